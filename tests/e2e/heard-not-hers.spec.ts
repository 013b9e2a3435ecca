import { type Browser, expect, type Page } from '@playwright/test';
import { personOf as madeUp } from '../support/people.ts';
import { Person } from '../support/person.ts';
import { said, sayToTheEnd, withVoices } from '../support/phone-voice.ts';
import { newEmail, test } from '../support/shared-server.ts';
import { Visitor } from '../support/visitor.ts';

const locale = 'en';

/** All that a voice says of the page that she is on. */
async function heardOn(person: Person, path: string): Promise<string> {
  await person.open(path);
  await person.press('common.listen.start');
  await expect.poll(() => said(person.page)).not.toEqual([]);
  const all = await sayToTheEnd(person.page);
  const heard = all.join('\n');
  expect(heard).toContain(await person.page.getByRole('heading', { level: 1 }).textContent());
  return heard;
}

/** The answers as they stand on the page: each without the way to change it. */
const shownAnswers = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('dd')].filter((one) => !one.querySelector('a')).map((one) => one.textContent),
  );

/** As a voice would say a code. */
const digitsOf = (code: string) => (code.match(/\d/g) ?? []).join(', ');

/** Each of them by itself, so that a failure names it. */
function expectUnsaid(heard: string, answers: readonly string[]): void {
  expect(answers.filter((answer) => heard.includes(answer))).toEqual([]);
}

/** Somebody at a phone of her own, which reads aloud. */
async function listener(browser: Browser, address: string): Promise<Person> {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 640 } })).newPage();
  await withVoices(page, ['en-US']);
  return new Person(page, { locale, address });
}

test('no answer of hers is read aloud, whatever is asked', async ({ askingEverything, browser }) => {
  const { address } = askingEverything;
  const self = { ...madeUp('es'), email: newEmail() };
  const visitor = await Visitor.at(address, locale);
  await visitor.signIn(self.email);
  await visitor.answer(self);
  await visitor.leave();
  const person = await listener(browser, address);
  await person.comeIn(self.email);

  const check = await heardOn(person, 'register/check');
  const answers = await shownAnswers(person.page);
  expect(answers.length).toBeGreaterThan(20);
  for (const known of ['November 3, 1987', 'Venezuela', person.say('register.sex.female'), 'Lucía María Peña Ñáñez'])
    expect(answers).toContain(known);
  expectUnsaid(check, answers);
  expect(check).toContain(person.say('register.birth.label'));

  expectUnsaid(await heardOn(person, 'my-data'), [...answers, self.email]);
  expectUnsaid(await heardOn(person, 'messages'), [self.email]);
});

test('nothing of the people of her group is read aloud', async ({ server: { address }, browser }) => {
  const self = { ...madeUp('es'), email: newEmail() };
  const visitor = await Visitor.at(address, locale);
  await visitor.register(self);
  const sister = await visitor.letIn({ name: 'Yolanda', relationship: 'sibling', birth: ['4', '5', '2001'] });
  await visitor.leave();
  const person = await listener(browser, address);
  await person.comeIn(self.email);
  const hers = ['Yolanda', 'Désir', 'Haiti', 'May 4, 2001', person.say('register.relationship.sibling')];
  expectUnsaid(await heardOn(person, 'register/group'), hers);
  expectUnsaid(await heardOn(person, `register/person?person=${sister}`), hers);
  expectUnsaid(await heardOn(person, 'my-data'), hers);
});

test('nothing that people told or noted is read aloud to staff', async ({ server: { address }, browser }) => {
  const self = { ...madeUp('es'), email: newEmail() };
  const visitor = await Visitor.at(address, locale);
  await visitor.register(self);
  const told = { act: 'asked-money', where: 'A man\nbehind the bridge', contact: '+52 656 123 4567' };
  const altcha = await visitor.solveRobotCheck();
  const thanked = await visitor.form('/api/seller-report', 'report-seller', { ...told, altcha });
  expect(thanked.headers()['location']).toContain('thanks');
  await visitor.leave();

  const person = await listener(browser, address);
  await person.comeIn(self.email);
  const asks = async (label: string, words: string) => {
    await person.open('assisted?reason=outside-geofence&kilometers=461');
    await person.write(label, words);
    await person.press('review.ask.button');
    return person.shownCode();
  };
  const first = await asks('review.ask.statement', 'I sleep in the shelter.');
  expectUnsaid(await heardOn(person, 'status'), [digitsOf(first)]);

  const officer = await listener(browser, address);
  await officer.signIn('officer@puente.example');
  await officer.seeHeading('staff.home.title', 'staff');
  expectUnsaid(await heardOn(officer, 'staff/reviews'), [digitsOf(first)]);
  const review = await heardOn(officer, `staff/review?code=${first.replaceAll(/\s/g, '')}`);
  expectUnsaid(review, ['shelter', digitsOf(first)]);
  await officer.tick('radio', 'review.decision.not-enough');
  await officer.write('review.one.note', 'No paper from the priest.');
  await officer.press('review.one.button');
  await officer.seeHeading('review.list.title', 'staff-reviews');

  const second = await asks('review.ask.news', 'Here is my paper.');
  const again = await heardOn(officer, `staff/review?code=${second.replaceAll(/\s/g, '')}`);
  await expect(officer.page.getByText('No paper from the priest.')).toBeVisible();
  expectUnsaid(again, ['Here is my paper', 'priest', digitsOf(second)]);

  const operator = await listener(browser, address);
  await operator.signIn('operator@puente.example');
  await operator.seeHeading('staff.home.title', 'staff');
  const reports = await heardOn(operator, 'staff/reports');
  await expect(operator.page.getByText('behind the bridge')).toBeVisible();
  expectUnsaid(reports, ['A man', 'behind the bridge', digitsOf(told.contact)]);
});
