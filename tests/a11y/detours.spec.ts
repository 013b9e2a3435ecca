import { sql } from 'kysely';
import { asksNothing } from '../support/asks-nothing.ts';
import { expect, test } from '../support/browser.ts';
import { openDataOf } from '../support/e2e-database.ts';
import { everyLanguage, manyScreens, mirroredOrAll, oneOrAll } from '../support/every-language.ts';
import { loseGuardian } from '../support/lose-guardian.ts';
import { personOf as madeUp } from '../support/people.ts';
import type { RunningServer } from '../support/running-server.ts';
import { Visitor } from '../support/visitor.ts';
import { watched } from '../support/watched.ts';
import { looking } from './looks-at.ts';

// Many screens, by `npm run test:full` in seven languages.
test.describe.configure({ timeout: manyScreens });

const portDay = 'staff/day?port=laredo&day=2027-03-21';
/** After the first deadline, after the second one of a standing request, and the day after the appointments. */
const clocks = ['2027-03-11T14:10:00-05:00', '2027-03-12T14:00:00-05:00', '2027-03-22T09:00:00-05:00'] as const;

const names = ['moved', 'gives-back', 'helped', 'daily', 'once', 'reads', 'silent', 'stops', 'mother'] as const;
type Name = (typeof names)[number];

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

  const { operator, elsewhere } = await test.step('they ask, and are chosen', async () => {
    const visitors = await Promise.all(names.map(() => Visitor.at(address, 'en')));
    for (const [index, visitor] of visitors.entries()) {
      const name = names[index] as Name;
      await visitor.register({ ...madeUp('en'), email: emailOf(name) }, 'laredo');
      if (name === 'reads' || name === 'mother') continue;
      await visitor.askForAPlace(name === 'once' ? {} : { standing: 'yes' });
    }
    const by = (name: Name) => visitors[names.indexOf(name)] as Visitor;
    await loseGuardian(by('mother'), by('reads'));
    await by('silent').fetch('/api/request/withdraw', { what: 'today' });
    await by('stops').fetch('/api/request/withdraw', { what: 'all' });
    const operator = await Visitor.operator(address);
    await operator.closeAndDraw();
    await by('moved').confirm();
    await by('gives-back').confirm();
    const help = await by('helped').fetch('/api/assistance', { step: 'confirm' });
    expect(help.status()).toBe(200);
    expect((await by('once').fetch('/api/offer/extend', {})).status()).toBe(200);
    return { operator, elsewhere: by('gives-back') };
  });

  await test.step('more time was added', async () => {
    await come('once');
    await mirrored({ path: 'offer', screen: 'offer-extended', shows: 'offer.extend.done' });
  });

  await test.step('asking each day was ended', async () => {
    await come('stops');
    await see({ path: 'status', screen: 'status-stopped', shows: 'standing.request.startTitle' });
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
    await atDesk({ path: portDay, screen: 'staff-day-moved', shows: 'staff.day.state.moved' });
  });

  await test.step('an appointment that was moved', async () => {
    await come('moved');
    await mirrored({ path: 'status', screen: 'status-moved', shows: 'appointment.moved.title' });
    await mirrored({ path: 'confirmation', screen: 'confirmation-moved', heading: 'confirmation.title' });
  });
  await first.kill('SIGTERM');
  await change(first);

  const second = await start({ ...kept, clock: clocks[0] });
  await test.step('the time to confirm is over, but a person has to help first', async () => {
    await come('helped');
    await see({ path: 'status', screen: 'status-held', shows: 'standing.held.title' });
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
  });
  await third.kill('SIGTERM');

  await start({ ...kept, clock: clocks[2] });
  await test.step('the day is past, and the port has written nothing down', async () => {
    await desk.comeIn('officer@puente.example');
    await atDesk({ path: portDay, screen: 'staff-day-over', shows: 'staff.day.missed' });
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
    await atDesk({ path: portDay, screen: 'staff-day-missed', shows: 'staff.day.state.missed' });
  });
});

/** As if terms had been others when one accepted them, and another had been silent for a month. */
async function change(stopped: RunningServer): Promise<void> {
  const database = await openDataOf(stopped);
  const { numAffectedRows } = await sql`
    update acceptances set version = '2026-06' where registration_id not in (select registration_id from requests)`.execute(
    database.kysely,
  );
  await sql`
    update standing_requests set last_sign_at = last_sign_at - interval '31 days'
    where state = 'live' and registration_id in (select registration_id from requests where state = 'withdrawn')
      and registration_id in (select id from registrations where is_together)
  `.execute(database.kysely);
  await database.close();
  expect(numAffectedRows).toBe(1n);
}
