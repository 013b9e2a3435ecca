import type { Email } from 'postal-mime';
import { expect } from '../support/browser.ts';
import { look } from '../support/look.ts';
import { test } from '../support/message-services.ts';
import { Operator } from '../support/operator.ts';
import { launchLocales, personOf } from '../support/people.ts';
import { Person } from '../support/person.ts';
import { Visitor } from '../support/visitor.ts';
import { say } from '../support/words.ts';

/** As it stands in the mail: three groups of four, with no-break spaces. */
function codeIn({ text }: Email): string {
  return /\d{4}\u00a0\d{4}\u00a0\d{4}/.exec(text ?? '')?.[0] ?? '';
}

test('chosen, each hears it by mail in her language; its code is confirmed, a made-up one is not, and a seller is reported', async ({
  server,
  smtp,
  page,
  browser,
}) => {
  test.setTimeout(600_000);
  const mails = await test.step('five people ask, and are chosen', async () => {
    const visitors = await Promise.all(launchLocales.map((locale) => Visitor.at(server.address, locale)));
    for (const [index, locale] of launchLocales.entries()) {
      await visitors[index]?.register(personOf(locale), 'nogales');
      await visitors[index]?.askForAPlace();
    }
    const arriving = launchLocales.map((locale) => smtp.nextTo(personOf(locale).email));
    await (await Visitor.operator(server.address)).closeAndDraw();
    return await Promise.all(arriving);
  });

  for (const [index, locale] of launchLocales.entries()) {
    await test.step(`the mail and its code (${locale})`, async () => {
      const mail = mails[index];
      if (!mail) throw new Error(`expected a mail in ${locale}`);
      expect(mail.subject).toBe(say(locale, 'notice.offer.subject'));
      expect(mail.headers.find(({ key }) => key === 'content-language')?.value).toBe(locale);
      expect(mail.text).toContain(`${server.address}/${locale}/status`);
      expect(mail.text).not.toMatch(new RegExp(`${personOf(locale).givenNames}|[Nn]ogales`));
      const person = new Person(page, {
        locale,
        address: server.address,
        look: (screen) => look(page, { locale, screen }),
      });

      await person.open('is-it-from-us');
      await person.seeHeading('messages.fromUs.title', 'is-it-from-us');
      await person.write('messages.fromUs.code', codeIn(mail));
      await person.press('messages.fromUs.button');
      await person.seeHeading('messages.answer.yes.title', 'is-it-from-us-yes');
      const topic = person.say('messages.about.draw');
      await expect(page.getByText(person.say('messages.answer.yes.about', { topic }))).toBeVisible();

      await person.follow('messages.fromUs.again');
      await person.write('messages.fromUs.code', '1234 5678 9018');
      await person.press('messages.fromUs.button');
      await person.seeHeading('messages.answer.no.title', 'is-it-from-us-no');

      await person.follow('messages.fromUs.report');
      await person.seeHeading('messages.report.title', 'report-seller');
      await person.press('messages.report.button');
      await expect(person.problem()).toBeVisible();
      await person.seeHeading('messages.report.title', 'report-seller-refused');
      await person.tick('radio', 'messages.act.asked-money');
      await person.write('messages.report.where', `WhatsApp, ${locale}\n+52 656 123 4567`);
      await expect(page.getByText(person.say('ask.send.robot.done'))).toBeVisible({ timeout: 60_000 });
      await person.press('messages.report.button');
      await person.seeHeading('messages.thanks.title', 'report-seller-thanks');
    });
  }

  await test.step('staff read all five', async () => {
    const operator = await Operator.signedIn(browser, { locale: 'en', address: server.address });
    await operator.open('staff/reports');
    await operator.seeHeading('staff.reports.title', 'staff-reports');
    for (const locale of launchLocales) {
      await expect(operator.page.getByText(`WhatsApp, ${locale}`, { exact: true })).toBeVisible();
    }
  });
});

test('without JavaScript a code is checked all the same, and a report says what it needs (ht)', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
  const page = await context.newPage();
  const person = new Person(page, {
    locale: 'ht',
    address: server.address,
    look: (screen) => look(page, { locale: 'ht', screen: `${screen}-without-script` }),
  });
  await person.open('is-it-from-us');
  await person.press('messages.fromUs.button');
  await person.seeHeading('messages.fromUs.title', 'is-it-from-us-refused');
  await person.write('messages.fromUs.code', '0000 0000 0000');
  await person.press('messages.fromUs.button');
  await person.seeHeading('messages.answer.no.title', 'is-it-from-us-no');
  await person.follow('messages.fromUs.report');
  await person.seeHeading('messages.report.title', 'report-seller');
  await expect(page.locator('noscript p')).toHaveText(person.say('messages.report.noScript'));
  // Nothing to fill in that could not be sent.
  await expect(page.getByRole('button', { name: person.say('messages.report.button') })).toBeHidden();
  await expect(person.field('messages.report.where')).toBeHidden();
  await expect(person.field('messages.report.contact')).toBeHidden();
  await expect(page.getByRole('main').getByRole('radio')).toHaveCount(0);
});

test('in the demonstration what would be sent lies in a mailbox: hers for her, all of it for staff', async ({
  start,
  page,
  browser,
}) => {
  const server = await start({});
  const anna = personOf('ru');
  for (const locale of ['ru', 'es'] as const) {
    const visitor = await Visitor.at(server.address, locale);
    await visitor.register(personOf(locale), 'nogales');
    expect((await visitor.fetch('/api/messages/test', {})).status()).toBe(200);
  }
  const person = new Person(page, {
    locale: 'ru',
    address: server.address,
    look: (screen) => look(page, { locale: 'ru', screen }),
  });
  await person.signIn(anna.email);
  await person.seeState('standing.registered.title', 'status-registered');
  await person.follow('messages.title');
  await person.seeHeading('messages.title', 'messages-sandbox');
  await person.follow('sandbox.mailbox.link');
  await expect
    .poll(async () => {
      await page.reload();
      return await page.getByRole('heading', { name: say('ru', 'notice.test.subject') }).count();
    })
    .toBe(1);
  await person.seeHeading('sandbox.mailbox.title', 'sandbox-mailbox');
  await expect(page.getByText(personOf('es').email)).toHaveCount(0);
  const operator = await Operator.signedIn(browser, { locale: 'en', address: server.address });
  await operator.open('sandbox/mailbox');
  for (const { email } of [anna, personOf('es')]) {
    await expect(operator.page.getByText(new RegExp(email))).toHaveCount(1);
  }
});
