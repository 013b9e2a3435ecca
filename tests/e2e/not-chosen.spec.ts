import type { LocalDay } from '#core/time/instant.ts';
import { expect, test } from '../support/browser.ts';
import { comeRegistered } from '../support/come-registered.ts';
import { look } from '../support/look.ts';
import { Operator } from '../support/operator.ts';
import { detourLocales, launchLocales, personOf as madeUp } from '../support/people.ts';
import { Person } from '../support/person.ts';
import { Visitor } from '../support/visitor.ts';
import { wordsIn } from '../support/words.ts';

const firstDraw = '2027-03-11' as LocalDay;

for (const locale of detourLocales) {
  const tags = locale === 'ht' ? ['@postgresql'] : [];

  test(`not chosen, then chosen the next day by a standing request (${locale})`, { tag: tags }, async ({
    browser,
    server,
    personOf,
  }) => {
    await (await Visitor.operator(server.address)).leaveOnePlace('laredo', '2027-03-21');
    const operator = await Operator.signedIn(browser, { locale: 'en', address: server.address });

    const one = personOf(locale);
    await comeRegistered(one, madeUp(locale));
    await one.choosePorts('laredo');
    await one.ask();

    const context = await browser.newContext({
      viewport: { width: 320, height: 640 },
      permissions: ['geolocation'],
      geolocation: { latitude: 31.69, longitude: -106.424, accuracy: 30 },
    });
    const page = await context.newPage();
    const two = new Person(page, { locale, address: server.address, look: (screen) => look(page, { locale, screen }) });
    await comeRegistered(two, { ...madeUp(locale), email: 'second@puente.example' });
    await two.choosePorts('laredo');
    await two.ask();

    await operator.closeAndDraw();

    const people = [one, two];
    for (const person of people) await person.open('status');
    const chosen = await Promise.all(
      people.map((person) => person.page.getByText(person.say('standing.offered.title')).count()),
    );
    expect(chosen.filter((count) => count > 0)).toHaveLength(1);
    const loser = people[chosen[0] ? 1 : 0] as Person;
    await seeLost(loser);

    await operator.openNext();
    await loser.open('status');
    await loser.seeState('standing.waiting.title', 'status-waiting-standing');
    // She looks again when the next draw is open already, and has asked for her.
    const day = wordsIn(locale).day(firstDraw);
    await expect(loser.page.getByText(loser.say('standing.last.not-chosen.what', { day }))).toBeVisible();
    await seeOwnLine(loser);
    await loser.press('standing.request.alive');
    await loser.seeState('standing.waiting.title', 'status-waiting-standing');
    await operator.closeAndDraw();
    await loser.open('status');
    await loser.seeState('standing.offered.title', 'status-offered');
  });
}

// What comes before is walked in `chosen.spec.ts` in each of them.
for (const locale of launchLocales.filter((other) => !detourLocales.includes(other))) {
  test(`not chosen, told so with her line (${locale})`, async ({ server, personOf }) => {
    const operator = await Visitor.operator(server.address);
    await operator.leaveOnePlace('laredo', '2027-03-21');
    const emails = ['first@puente.example', 'second@puente.example'];
    const pages: string[] = [];
    const visitors = await Promise.all(emails.map(() => Visitor.at(server.address, locale)));
    for (const [index, visitor] of visitors.entries()) {
      await visitor.register({ ...madeUp(locale), email: emails[index] as string }, 'laredo');
      await visitor.askForAPlace({ standing: 'yes' });
    }
    await operator.closeAndDraw();

    for (const visitor of visitors) pages.push(await visitor.look('status'));
    const person = personOf(locale);
    const isLost = pages.map((page) => page.includes(person.say('standing.last.not-chosen.title')));
    expect(isLost.filter(Boolean)).toHaveLength(1);
    await person.comeIn(emails[isLost.indexOf(true)] as string);
    await person.open('status');
    await seeLost(person);
  });
}

/** That she got no place, why, and that she is asked for again. */
async function seeLost(person: Person): Promise<void> {
  await person.seeState('standing.last.not-chosen.title', 'status-not-chosen');
  await expect(person.page.getByText(person.say('standing.registered.standing'))).toBeVisible();
  await expect(person.page.getByText(person.say('standing.request.liveTitle'))).toBeVisible();
  await seeOwnLine(person);
  await expect(person.page.getByRole('heading', { name: person.say('timeline.title') })).toBeVisible();
}

/** Of two for one place she had the second number, and at her port the first was the only one to get a place. */
async function seeOwnLine(person: Person): Promise<void> {
  const { number } = wordsIn(person.locale);
  const port = person.say('port.laredo.name');
  await expect(person.page.getByRole('heading', { name: person.say('timeline.line.title') })).toBeVisible();
  const sentences = [
    person.say('timeline.line.position', { position: number(2), total: number(2) }),
    person.say('timeline.line.none', { port }),
    person.say('timeline.line.belowByLot', { port, number: number(2) }),
  ];
  for (const sentence of sentences) await expect(person.page.getByText(sentence)).toBeVisible();
}
