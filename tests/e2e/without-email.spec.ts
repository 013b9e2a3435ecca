import { expect } from '@playwright/test';
import { codeGroups } from '#core/identity/recovery-code.ts';
import { look } from '../support/look.ts';
import { detourLocales, personOf as madeUp } from '../support/people.ts';
import { juarez, Person } from '../support/person.ts';
import { test } from '../support/shared-server.ts';
import { expectRefused } from './bad-input/told.ts';

for (const locale of detourLocales) {
  const tags = locale === 'ht' ? ['@postgresql'] : [];

  test(`a person without e-mail goes on with a second phone, with the same date in the line (${locale})`, {
    tag: tags,
  }, async ({ browser, server, photo, personOf }) => {
    const self = madeUp(locale);
    const first = personOf(locale);
    const code = await first.makeCodeAccount();
    await first.answer(self, photo);
    await first.press('register.check.button');
    await first.seeHeading('ask.ports.title', 'ask-ports');
    await first.open('status');
    await first.seeState('standing.registered.title', 'status-registered');
    const since = first.page.getByText(first.say('standing.since', { day: '|' }).split('|')[0] ?? '');
    const date = (await since.textContent()) ?? 'no date';

    const context = await browser.newContext({
      viewport: { width: 320, height: 640 },
      permissions: ['geolocation'],
      geolocation: juarez,
    });
    const page = await context.newPage();
    const second = new Person(page, {
      locale,
      address: server.address,
      look: (screen) => look(page, { locale, screen }),
    });
    await second.open('account/sign-in');
    await second.write(
      'account.signIn.label',
      code.replace(/^\d/, (digit) => String((Number(digit) + 1) % 10)),
    );
    await second.press('account.signIn.button');
    await expectRefused(second, 'fields', [{ label: 'account.signIn.label', problem: { kind: 'code-slip' } }]);
    await second.seeHeading('account.signIn.title', 'account-sign-in-slip');

    const [day, month, year] = self.birth;
    const otherDay = String(Number(day) === 1 ? 2 : Number(day) - 1);
    await second.signInByCode(codeGroups(code.replaceAll(/\s/g, '')).join('-'), [otherDay, month, year]);
    await expectRefused(second, 'account-not-found');
    await second.seeHeading('account.find.title', 'account-find-none');
    await second.write('register.birth.day', day);
    await second.press('account.signIn.button');
    await second.seeState('standing.registered.title', 'status-registered');
    await expect(page.getByText(date, { exact: true })).toBeVisible();

    await second.open('ask/ports');
    await second.choosePorts('laredo');
    await second.ask();
    await second.open('account');
    await second.seeHeading('account.home.title', 'account');
  });
}

test('a code can be seen again until it was kept, and a new one ends the old (ru)', async ({
  browser,
  server,
  personOf,
}) => {
  const person = personOf('ru');
  await person.open('account/new');
  await person.press('account.new.button');
  await person.seeHeading('account.code.title', 'account-code');
  const shown = person.page.getByText(/^(\d{4}\s){4}\d{4}$/);
  const old = (await shown.textContent()) ?? '';
  await person.follow('account.code.button');
  await person.write('account.check.label', 'нет');
  await person.press('common.continue');
  await expectRefused(person, 'fields', [{ label: 'account.check.label', problem: { kind: 'code-differs' } }]);
  await person.seeHeading('account.check.title', 'account-code-check-refused');
  await person.follow('account.check.again');
  await expect(shown).toHaveText(old);
  await person.open('account');
  await expect(person.page.getByText(person.say('account.home.unkept.title'))).toBeVisible();
  await person.seeHeading('account.home.title', 'account-unkept');
  await person.follow('account.home.unkept.button');
  await person.keepCode();
  await person.seeHeading('register.language.title', 'register-language');

  await person.open('account/new-code');
  await person.seeHeading('account.renew.title', 'account-new-code');
  await person.press('account.renew.button');
  const code = await person.keepCode();
  expect(code).not.toBe(old);
  await person.seeHeading('register.language.title', 'register-language');
  await person.open('account');
  await person.press('account.home.everywhere.button');
  await person.seeHeading('signIn.out.title', 'signed-out');

  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
  const there = new Person(await context.newPage(), { locale: 'ru', address: server.address });
  await there.signInByCode(old, ['1', '1', '2001']);
  await expectRefused(there, 'account-not-found');
  // She has told no birth date yet, so that there is none to be wrong.
  await there.signInByCode(code, ['1', '1', '2001']);
  await there.seeHeading('register.language.title', 'register-language');
});
