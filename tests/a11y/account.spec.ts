import { expect } from '@playwright/test';
import { everyLanguage, manyScreens, mirroredOrAll, oneOrAll } from '../support/every-language.ts';
import { personOf as madeUp } from '../support/people.ts';
import { newEmail, test } from '../support/shared-server.ts';
import { Visitor } from '../support/visitor.ts';
import { looking } from './looks-at.ts';

// Many screens, by `npm run test:full` in seven languages.
test.describe.configure({ timeout: manyScreens });

test(
  'an account without e-mail, its code, and what can go wrong with it',
  looking('account'),
  async ({ page, server, personOf }) => {
    const see = everyLanguage(page, server.address, mirroredOrAll);
    const person = personOf('en', { isLookedAt: false });
    const code = await test.step('made, and not written down yet', async () => {
      await see({ path: 'account/new', screen: 'account-new', heading: 'account.new.title' });
      await person.open('account/new');
      await person.press('account.new.button');
      await person.seeHeading('account.code.title', 'account-code');
      await see({ path: 'account/code', screen: 'account-code', heading: 'account.code.title' });
      await see({ path: 'account', screen: 'account-unkept', shows: 'account.home.unkept.title' });
      await see({ path: 'account/code-check', screen: 'account-code-check', heading: 'account.check.title' });
      await person.open('account/code-check');
      await person.press('common.continue');
      await expect(person.problem()).toBeFocused();
      await see({ path: 'account/code-check', screen: 'account-code-check-error', shows: 'problem.fields.title' });
      await person.open('account/code');
      return person.keepCode();
    });
    await see({ path: 'account', screen: 'account-by-code', heading: 'account.home.title' });
    await see({ path: 'account/new-code', screen: 'account-new-code', heading: 'account.renew.title' });
    await see({ path: 'messages', screen: 'messages-no-email', shows: 'messages.email.none', in: oneOrAll });
    await see({ path: 'my-data', screen: 'my-data-by-code', shows: 'myData.account.code', in: oneOrAll });

    await test.step('on another phone', async () => {
      await page.context().clearCookies();
      await see({ path: 'account/sign-in', screen: 'account-sign-in', heading: 'account.signIn.title' });
      await person.open('account/sign-in');
      await person.press('account.signIn.button');
      await expect(person.problem()).toBeFocused();
      await see({ path: 'account/sign-in', screen: 'account-sign-in-error', shows: 'problem.fields.title' });
      await see({ path: 'account/lost', screen: 'account-lost', heading: 'account.lost.title' });
      await see({ path: 'account/find', screen: 'account-find', heading: 'account.find.title' });
      await person.open('account/find');
      await person.press('account.signIn.button');
      await expect(person.problem()).toBeFocused();
      await see({ path: 'account/find', screen: 'account-find-error', shows: 'problem.fields.title', in: oneOrAll });
      // One of the right form that nobody has.
      await person.signInByCode('0000 0000 0000 0000 0098', ['1', '1', '2001']);
      await expect(person.problem()).toBeFocused();
      await see({ path: 'account/find', screen: 'account-find-none', shows: 'problem.account-not-found.title' });
    });
    expect(code).toMatch(/^\d/);
  },
);

test(
  'what is kept of a person and what she is told, from nothing to deletion',
  looking('own-data'),
  async ({ page, server, personOf }) => {
    const [see, first] = [mirroredOrAll, oneOrAll].map((languages) => everyLanguage(page, server.address, languages));
    if (!see || !first) throw new Error('expected two ways to look');
    const self = { ...madeUp('ht'), email: newEmail() };
    const person = personOf('en', { isLookedAt: false });
    await test.step('a newcomer', async () => {
      await person.comeIn(self.email);
      await first({ path: 'messages', screen: 'messages-none', heading: 'messages.title' });
      await first({ path: 'sandbox/mailbox', screen: 'sandbox-mailbox-empty', shows: 'sandbox.mailbox.none' });
      await first({ path: 'my-data', screen: 'my-data-nothing', heading: 'myData.title' });
      await first({ path: 'account', screen: 'account-by-email', shows: 'account.home.codeNone' });
    });

    const visitor = await Visitor.at(server.address, 'ht');
    await visitor.register(self, 'laredo');
    expect((await visitor.fetch('/api/messages/test', {})).status()).toBe(200);
    const code = await test.step('a message has come', async () => {
      const shown = /\d{4}\s\d{4}\s\d{4}/u;
      await expect(async () => {
        await person.open('sandbox/mailbox');
        await expect(page.getByRole('main')).toContainText(shown, { timeout: 500 });
      }).toPass();
      return shown.exec((await page.getByRole('main').textContent()) ?? '')?.[0] ?? '';
    });
    await see({ path: 'sandbox/mailbox', screen: 'sandbox-mailbox', heading: 'sandbox.mailbox.title' });
    await see({ path: 'messages', screen: 'messages-sent', heading: 'messages.title' });
    const asks = async (digits: string) => {
      await person.open('is-it-from-us');
      await person.write('messages.fromUs.code', digits);
      await person.press('messages.fromUs.button');
      await expect(page).toHaveURL(/\/answer$/);
    };
    await asks(code);
    await see({ path: 'is-it-from-us/answer', screen: 'is-it-from-us-yes', heading: 'messages.answer.yes.title' });
    await asks('1234 5678 9018');
    await see({ path: 'is-it-from-us/answer', screen: 'is-it-from-us-no', heading: 'messages.answer.no.title' });
    await person.open('is-it-from-us');
    await person.press('messages.fromUs.button');
    await expect(person.problem()).toBeFocused();
    await first({ path: 'is-it-from-us', screen: 'is-it-from-us-error', shows: 'problem.fields.title' });

    await see({ path: 'my-data', screen: 'my-data', heading: 'myData.title' });
    await see({ path: 'my-data/delete', screen: 'my-data-delete', heading: 'myData.delete.title' });
    await person.open('my-data/delete');
    await person.press('myData.delete.button');
    await expect(person.problem()).toBeFocused();
    await see({ path: 'my-data/delete', screen: 'my-data-delete-error', shows: 'problem.fields.title' });
    await see({ path: 'my-data/deleted', screen: 'my-data-deleted', heading: 'myData.deleted.title' });
    await visitor.leave();
  },
);
