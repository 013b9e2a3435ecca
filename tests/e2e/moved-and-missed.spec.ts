import type { Wording } from '#core/language/wording.ts';
import type { LocalDay, LocalMinute } from '#core/time/instant.ts';
import { test as base, expect } from '../support/browser.ts';
import { Operator } from '../support/operator.ts';
import { foldSpace, readPdf } from '../support/pdf-text.ts';
import { detourLocales, personOf as madeUp } from '../support/people.ts';
import { type RunningSmtp, startSmtpServer } from '../support/smtp-server.ts';
import { Visitor } from '../support/visitor.ts';
import { watched } from '../support/watched.ts';
import { wordsIn } from '../support/words.ts';

const slotDay = '2027-03-21' as LocalDay;
const portDay = `staff/day?port=laredo&day=${slotDay}`;
/** When that day is over. */
const nextMorning = '2027-03-22T09:00:00-05:00';

const test = base.extend<{ readonly smtp: RunningSmtp }>({
  smtp: async ({}, use) => {
    const smtp = await startSmtpServer();
    await use(smtp);
    await smtp.stop();
  },
});

for (const locale of detourLocales) {
  test(`the port moves an appointment, and later writes down that nobody came: she is told each time, and why (${locale})`, {
    tag: locale === 'ht' ? ['@postgresql'] : [],
  }, async ({ browser, page, start, smtp }) => {
    const words = wordsIn(locale);
    const self = madeUp(locale);
    const environment = { SMTP_URL: smtp.url, MAIL_FROM: 'Puente <notices@puente.example>' };
    const first = await start({ environment });
    const visitor = await Visitor.at(first.address, locale);
    await visitor.register(self, 'laredo');
    await visitor.askForAPlace();
    await (await Visitor.operator(first.address)).closeAndDraw();
    await visitor.confirm();
    await visitor.leave();

    const person = await watched(page, { address: first.address, locale });
    const main = page.getByRole('main');
    await person.comeIn(self.email);
    await person.open('confirmation');
    const code = await person.shownCode();
    const proof = await main.getByRole('img').innerHTML();

    const operator = await Operator.signedIn(browser, { locale, address: first.address });
    const told = smtp.nextTo(self.email, person.say('notice.moved.subject'));
    const [before, now] = await test.step('the operator closes her time', async () => {
      await operator.open(portDay);
      const old = await slotShown(operator, { code, words });
      const to = operator.field('staff.day.move.to');
      const target = (await to.locator(`option[value^="${slotDay}"]`).last().getAttribute('value')) ?? '';
      await operator.choose('staff.day.move.from', old);
      await operator.choose('staff.day.move.to', target);
      await operator.press('staff.day.move.button');
      await operator.seeHeading('staff.day.title', 'staff-day-moved');
      return [words.slot(old), words.slot(target as LocalMinute)];
    });
    expect(now).not.toBe(before);

    await test.step('she gets a message, and reads both times', async () => {
      const message = await told;
      for (const time of [before, now]) expect(message.text).toContain(time);
      await person.open('status');
      await person.seeState('appointment.moved.title', 'status-moved');
      await expect(main.getByText(person.say('appointment.moved.what', { before, now }))).toBeVisible();
      await expect(main.getByText(person.say('appointment.moved.no'))).toBeVisible();
      await expect(main.getByText(person.say('timeline.what.moved', { slot: before }))).toBeVisible();
    });

    await test.step('the appointment shows the new time alone, on the screen, printed and as PDF', async () => {
      await person.follow('standing.booked.button');
      await person.seeHeading('confirmation.title', 'confirmation-moved');
      await expect(main.getByText(person.say('common.time.atPort', { when: now }))).toBeVisible();
      await expect(main.getByText(before)).toHaveCount(0);
      expect(await person.shownCode()).toBe(code);
      expect(await main.getByRole('img').innerHTML()).not.toBe(proof);
      const link = page.getByRole('link', { name: person.say('confirmation.download'), exact: true });
      const address = new URL((await link.getAttribute('href')) ?? '', first.address);
      const file = await (await page.request.get(address.href)).body();
      for (const paper of [file, await page.pdf({ format: 'Letter' })]) {
        const { text, pages } = await readPdf(new Uint8Array(paper));
        expect(pages).toBe(1);
        expect(text).toContain(foldSpace(now));
        expect(text).toContain(foldSpace(code));
        expect(text).not.toContain(foldSpace(before));
      }
    });
    await first.kill('SIGTERM');

    const { address } = await start({ folder: first.folder, port: first.port, clock: nextMorning, environment });
    const toldAgain = smtp.nextTo(self.email);
    await test.step('after that day, while nobody has written anything down, she reads what comes next', async () => {
      await person.comeIn(self.email);
      await person.open('status');
      await person.seeState('standing.past.title', 'status-past');
      await expect(main.getByText(person.say('standing.past.there'))).toBeVisible();
      await expect(main.getByText(person.say('standing.past.missed'))).toBeVisible();
    });

    await test.step('after her time the officer writes down that she did not come', async () => {
      const officer = await Operator.signedIn(browser, { locale, address, role: 'officer' });
      await officer.open(portDay);
      await expect(officer.page.getByRole('button', { name: officer.say('staff.day.move.button') })).toHaveCount(0);
      await officer.press('staff.day.missedFor', { code });
      await expect(officer.page.getByRole('cell', { name: officer.say('staff.day.state.missed') })).toBeVisible();
    });

    await test.step('she is told so, keeps her date, and can object or ask again', async () => {
      expect((await toldAgain).subject).toBe(person.say('notice.missed.subject'));
      await person.open('status');
      await person.seeState('standing.last.missed.title', 'status-missed');
      await expect(main.getByText(person.say('timeline.what.missed'))).toBeVisible();
      await expect(main.getByText(person.say('standing.registered.again'))).toBeVisible();
      const day = words.date('2027-03-10' as LocalDay);
      await expect(main.getByText(person.say('standing.since', { day }), { exact: true })).toBeVisible();
      const link = (key: string) => main.getByRole('link', { name: person.say(key), exact: true });
      const ways = link('standing.registered.button').or(link('problem.assisted'));
      // What she can do in any case comes first.
      await expect(ways.first()).toHaveText(person.say('standing.registered.button'));
      await person.follow('problem.assisted');
      await expect(main.getByText(person.say('review.ask.missed'))).toBeVisible();
      await person.seeHeading('assisted.title', 'assisted-missed');
      await person.press('review.ask.button');
      expect(await person.shownCode()).not.toBe('');
      await expect(main.getByText(person.say('review.reason.missed'))).toBeVisible();
      await expect(main.getByText(person.say('assisted.code.ask'))).toHaveCount(0);
      await person.open('status');
      await person.follow('standing.registered.button');
      await person.seeHeading('ask.ports.title', 'ask-ports-again');
    });
  });
}

/** The time of the row with that code, as the form names it. */
async function slotShown(
  operator: Operator,
  { code, words }: { readonly code: string; readonly words: Wording },
): Promise<LocalMinute> {
  const time = await operator.page.getByRole('row').filter({ hasText: code }).getByRole('rowheader').textContent();
  const values = await operator.page
    .locator('select[name=from] option')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value).filter(Boolean));
  const found = values.find((value) => words.slotTime(value as LocalMinute) === time);
  if (!found) throw new Error(`expected a time of the port in the row of ${code}, found ${time}`);
  return found as LocalMinute;
}
