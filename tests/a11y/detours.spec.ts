import type { Page } from '@playwright/test';
import type { LocalDay } from '#core/time/instant.ts';
import { asksNothing } from '../support/asks-nothing.ts';
import { expect, test } from '../support/browser.ts';
import { changeBehind, threePorts } from '../support/change-behind.ts';
import { everyLanguage, manyScreens, mirroredOrAll, oneOrAll } from '../support/every-language.ts';
import { loseGuardian } from '../support/lose-guardian.ts';
import { personOf as madeUp } from '../support/people.ts';
import { type VisitingMember, Visitor } from '../support/visitor.ts';
import { watched } from '../support/watched.ts';
import { say, wordsIn } from '../support/words.ts';
import { looking } from './looks-at.ts';

// Many screens, by `npm run test:full` in seven languages.
test.describe.configure({ timeout: manyScreens });

const portDay = 'staff/day?port=laredo&day=2027-03-21';
/**
 * After the first deadline, after the second one of a standing request, and after the appointments: so long after that a pool
 * which was closed meanwhile can't be drawn any more.
 */
const clocks = ['2027-03-11T14:10:00-05:00', '2027-03-12T14:00:00-05:00', '2027-03-25T09:00:00-05:00'] as const;

const names = [
  'moved',
  'gives-back',
  'helped',
  'daily',
  'once',
  'reads',
  'silent',
  'stops',
  'mother',
  'near',
  'unlucky',
] as const;
type Name = (typeof names)[number];

/** Where they don't ask for Laredo alone: by them `change-behind.ts` knows whom it changes. */
const portsOf: Partial<Record<Name, readonly string[]>> = { near: ['nogales'], unlucky: threePorts };
const alex: VisitingMember = { name: 'Alex', relationship: 'partner', birth: ['2', '4', '1988'] };
const mimi: VisitingMember = { name: 'Mimi', relationship: 'child', birth: ['10', '3', '2027'] };

const emailOf = (name: Name) => `${name}@puente.example`;

test('what happens to people after a draw, and much later', looking('detours'), async ({ page, browser, start }) => {
  const first = await start();
  const kept = { folder: first.folder, port: first.port };
  const { address } = first;
  const see = everyLanguage(page, address, oneOrAll);
  // For what the tests of these detours see in Creole.
  const mirrored = everyLanguage(page, address, mirroredOrAll);
  const person = await watched(page, { address, locale: 'en' });
  const deskPage = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  const desk = await watched(deskPage, { address, locale: 'en' });
  const atDesk = everyLanguage(deskPage, address, oneOrAll);
  const come = (name: Name) => person.comeIn(emailOf(name));

  const { operator, elsewhere, code } = await test.step('they ask, and are chosen', async () => {
    const visitors = await Promise.all(names.map(() => Visitor.at(address, 'en')));
    for (const [index, visitor] of visitors.entries()) {
      const name = names[index] as Name;
      const self = { ...madeUp('en'), ...(name === 'gives-back' ? { givenNames: 'Ama' } : {}), email: emailOf(name) };
      await visitor.register(self, ...(portsOf[name] ?? ['laredo']));
      if (name === 'reads' || name === 'mother') continue;
      await visitor.askForAPlace(['once', 'near', 'unlucky'].includes(name) ? {} : { standing: 'yes' });
    }
    const by = (name: Name) => visitors[names.indexOf(name)] as Visitor;
    await loseGuardian(by('mother'), by('reads'));
    await by('silent').fetch('/api/request/withdraw', { what: 'today' });
    await by('stops').fetch('/api/request/withdraw', { what: 'all' });
    // Told of, and not in the group yet.
    for (const name of ['moved', 'once'] as const) await by(name).addMember(alex);
    const operator = await Visitor.operator(address);
    await operator.closeAndDraw();
    await by('moved').confirm();
    await by('gives-back').confirm();
    const help = await by('helped').fetch('/api/assistance', { step: 'confirm' });
    expect(help.status()).toBe(200);
    const { code } = (await help.json()) as { readonly code: string };
    expect((await by('once').fetch('/api/offer/extend', {})).status()).toBe(200);
    return { operator, elsewhere: by('gives-back'), code };
  });

  await test.step('more time was added', async () => {
    await come('once');
    await mirrored({ path: 'offer', screen: 'offer-extended', shows: 'offer.extend.done' });
  });

  await test.step('a group whose place is kept, with somebody who can not be added now', async () => {
    await see({ path: 'register/group', screen: 'group-frozen', shows: 'group.hold.frozen' });
    await see({ path: await lastPerson(page), screen: 'group-person-frozen', shows: 'group.remove.draft.title' });
  });

  await test.step('asking each day was ended', async () => {
    await come('stops');
    await see({ path: 'status', screen: 'status-stopped', shows: 'standing.request.startTitle' });
  });

  await test.step('asked for each day, and not today', async () => {
    await come('silent');
    await see({ path: 'withdraw', screen: 'withdraw-each-day', shows: 'withdraw.standing' });
  });

  await test.step('an appointment is given back, on another phone meanwhile', async () => {
    await come('gives-back');
    await see({ path: 'appointment/cancel', screen: 'appointment-cancel', heading: 'appointment.cancel.title' });
    await person.open('appointment/cancel');
    expect((await elsewhere.fetch('/api/appointment/cancel', {})).status()).toBe(200);
    await person.press('appointment.cancel.button');
    await expect(person.problem()).toBeFocused();
    await see({
      path: 'appointment/cancel',
      screen: 'appointment-cancel-over',
      heading: 'problem.no-appointment.title',
      act: (locale) => asksNothing(page, locale),
    });
    await see({ path: 'status', screen: 'status-cancelled', shows: 'standing.last.cancelled.title' });
  });

  await test.step('the operator moves a time, after trying it without saying where to', async () => {
    await desk.comeIn('operator@puente.example');
    await desk.open(portDay);
    const taken = deskPage.getByRole('row').nth(1).getByRole('rowheader');
    await expect(taken).toBeVisible();
    await desk.press('staff.day.move.button');
    await expect(desk.problem()).toBeFocused();
    await atDesk({ path: portDay, screen: 'staff-day-move-error', shows: 'problem.fields.title' });
    const slots = await deskPage
      .locator('select[name=from] option')
      .evaluateAll((options) =>
        options.map((option) => (option as HTMLOptionElement).value).filter((value) => value !== ''),
      );
    const to = slots.at(-1) ?? '';
    for (const from of slots.slice(0, -1)) {
      const moved = await operator.fetch('/api/staff/move', { port: 'laredo', from, to });
      expect(moved.status(), `${from} to ${to}`).toBe(200);
    }
    // Signed in anew, so that nothing waits to be mended any more.
    await desk.comeIn('operator@puente.example');
    await atDesk({ path: portDay, screen: 'staff-day-moved', shows: 'staff.day.state.booked' });
  });

  await test.step('an appointment that was moved', async () => {
    await come('moved');
    await mirrored({ path: 'status', screen: 'status-moved', shows: 'appointment.moved.title' });
    await mirrored({ path: 'confirmation', screen: 'confirmation-moved', heading: 'confirmation.title' });
  });
  await test.step('somebody who is no newborn baby, and a place that is confirmed', async () => {
    await person.open('register/group');
    await see({ path: await lastPerson(page), screen: 'group-person-late', shows: 'group.admit.onlyNewborn' });
  });
  await first.kill('SIGTERM');
  await changeBehind(first);

  const second = await start({ ...kept, clock: clocks[0] });
  await test.step('the time to confirm is over, but a person has to help first', async () => {
    await come('helped');
    await see({
      path: 'status',
      screen: 'status-held',
      shows: 'standing.held.title',
      // The code stands right below the sentence that asks to show it.
      act: (locale) =>
        expect(page.getByRole('main')).toContainText(
          [say(locale, 'standing.held.next'), say(locale, 'standing.assistance.title')].join(' '),
          { useInnerText: true },
        ),
    });
  });
  await test.step('all that a phone can show of itself, for who looks and for herself', async () => {
    await see({ path: 'my-data', screen: 'my-data-signals', shows: 'myData.seen.automation' });
    await desk.comeIn('operator@puente.example');
    await atDesk({ path: `staff/review?code=${code}`, screen: 'staff-review-signals', shows: 'signal.automation' });
  });
  await test.step('no more time, since the day is near', async () => {
    await come('near');
    await see({ path: 'offer', screen: 'offer-near', shows: 'offer.extend.tooNear' });
  });
  await test.step('not chosen, for each reason that a port can have', async () => {
    await come('unlucky');
    await see({
      path: 'status',
      screen: 'status-not-chosen-anywhere',
      shows: 'timeline.line.title',
      async act(locale) {
        const { date, number } = wordsIn(locale);
        const [laredo = '', nogales = '', sanYsidro = ''] = threePorts.map((port) => say(locale, `port.${port}.name`));
        for (const sentence of [
          say(locale, 'timeline.line.before', { port: laredo, day: date('2027-03-01' as LocalDay) }),
          say(locale, 'timeline.line.noneByLot', { port: laredo }),
          say(locale, 'timeline.line.belowByDate', { port: nogales, number: number(3) }),
          say(locale, 'timeline.line.belowByLot', { port: nogales, number: number(2) }),
          say(locale, 'timeline.line.late', { port: sanYsidro }),
        ])
          await expect(page.getByRole('main')).toContainText(sentence);
      },
    });
  });
  await test.step('a newborn baby for whom the time has no place left', async () => {
    const mother = await Visitor.at(address, 'en');
    await mother.signIn(emailOf('moved'));
    await mother.letIn({ ...mimi, guardian: await mother.ownId() });
    await come('moved');
    await see({ path: 'assisted', screen: 'assisted-newborn', shows: 'assisted.code.newborn' });
    await atDesk({ path: 'staff/reviews', screen: 'staff-reviews-newborn', shows: 'review.list.newborn' });
  });
  await test.step('back in the next draw by itself', async () => {
    await come('daily');
    await mirrored({ path: 'status', screen: 'status-waiting-lapsed', shows: 'standing.waiting.title' });
  });
  await test.step('no sign of life for a month', async () => {
    await come('silent');
    await see({ path: 'status', screen: 'status-silent', shows: 'standing.request.reason.no-sign' });
  });
  await test.step('a child without an adult who answers for her', async () => {
    await come('mother');
    await mirrored({
      path: 'status',
      screen: 'status-guardian-apart',
      shows: 'standing.request.reason.guardian-apart',
    });
    await mirrored({ path: 'register/group', screen: 'group-guardian-apart', shows: 'group.missingAdult' });
  });
  await test.step('the terms have changed', async () => {
    await come('reads');
    await mirrored({ path: 'status', screen: 'status-new-terms', shows: 'standing.terms.next' });
    const terms = { path: 'register/terms?change', heading: 'register.terms.title' };
    await mirrored({ ...terms, screen: 'register-terms-new', shows: 'problem.terms-changed-since.what' });
    await person.open('ask/send');
    await person.press('ask.send.where.button');
    await expect(page.getByText(person.say('ask.send.where.inside'))).toBeVisible();
    await expect(page.getByText(person.say('ask.send.robot.done'))).toBeVisible({ timeout: 60_000 });
    await page.locator('#page-form').evaluate((form: HTMLFormElement) => form.submit());
    await expect(person.problem()).toBeFocused();
    await see({ path: 'ask/send', screen: 'ask-send-new-terms', shows: 'problem.terms-changed-since.title' });
  });
  await (await Visitor.operator(address)).closeAndDraw();
  await second.kill('SIGTERM');

  const third = await start({ ...kept, clock: clocks[1] });
  await test.step('over for the second time in a row', async () => {
    await come('daily');
    await see({ path: 'status', screen: 'status-lapsed-twice', shows: 'standing.request.reason.lapsed-twice' });
  });
  await test.step('over in spite of more time', async () => {
    await come('once');
    await see({ path: 'status', screen: 'status-lapsed-extended', shows: 'standing.last.lapsed.title' });
    const again = await Visitor.at(address, 'en');
    await again.signIn(emailOf('once'));
    await again.askForAPlace();
    await see({ path: 'withdraw', screen: 'withdraw-today', heading: 'withdraw.title' });
    const closes = await Visitor.operator(address);
    expect((await closes.fetch('/api/staff/close', {})).status()).toBe(200);
  });
  await third.kill('SIGTERM');

  await start({ ...kept, clock: clocks[2] });
  await test.step('a draw that could not be made in time', async () => {
    await desk.comeIn('operator@puente.example');
    await atDesk({ path: 'staff/draw', screen: 'staff-draw-postponed', shows: 'staff.draw.postponedWhat' });
    await come('once');
    await see({ path: 'status', screen: 'status-postponed', shows: 'standing.waiting.title' });
  });
  await test.step('the day is past, and the port has written nothing down', async () => {
    await desk.comeIn('officer@puente.example');
    await atDesk({ path: portDay, screen: 'staff-day-over', shows: 'staff.day.unwritten' });
    await come('moved');
    await mirrored({ path: 'status', screen: 'status-past', shows: 'standing.past.title' });
  });
  await test.step('she says herself that she was not there, and a place can be asked for again', async () => {
    await person.open('status');
    await person.follow('standing.past.link');
    await see({ path: 'appointment/missed', screen: 'appointment-missed', heading: 'appointment.missed.title' });
    await person.open('appointment/missed');
    await person.press('appointment.missed.button');
    await expect(page.getByText(person.say('standing.last.missed.title'))).toBeVisible();
    await mirrored({ path: 'status', screen: 'status-missed', shows: 'standing.registered.again' });
    await mirrored({ path: 'assisted?reason=missed', screen: 'assisted-missed', shows: 'review.ask.missed' });
    await see({ path: 'my-data', screen: 'my-data-missed', heading: 'myData.title' });
    await atDesk({ path: portDay, screen: 'staff-day-missed', shows: 'staff.day.state.missed' });
  });
});

/** The path, without its locale, of the page about the last one of the group whose page is open. */
async function lastPerson(page: Page): Promise<string> {
  const links = page.getByRole('main').locator('a[href*="register/person?person="]');
  return (await links.last().getAttribute('href'))?.replace(/^\/[^/]+\//, '') ?? '';
}
