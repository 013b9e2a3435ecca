import { asksNothing } from '../support/asks-nothing.ts';
import { expect, test } from '../support/browser.ts';
import { comeRegistered } from '../support/come-registered.ts';
import { everyLanguage, manyScreens, pseudo } from '../support/every-language.ts';
import { Operator } from '../support/operator.ts';
import { personOf as madeUp } from '../support/people.ts';
import { say } from '../support/words.ts';
import { lookAtTroubles } from './asking-troubles.ts';
import { looking } from './looks-at.ts';

// Many screens in seven languages.
test.describe.configure({ timeout: manyScreens });

test(
  'asking, refused and waiting, alone and with help, in every language',
  looking('asking'),
  async ({ browser, page, server, personOf }) => {
    const see = everyLanguage(page, server.address);
    const person = personOf('en', { isLookedAt: false });
    const pressIn = (locale: string, key: string) => page.getByRole('button', { name: say(locale, key) }).click();
    await comeRegistered(person, madeUp('en'));
    await person.choosePorts('laredo', 'nogales', 'san-ysidro');

    await see({ path: 'ask/send', screen: 'ask-send', heading: 'ask.send.title', in: pseudo });
    await see({
      path: 'ask/send',
      screen: 'ask-send-outside',
      shows: 'problem.outside-geofence.title',
      async act(locale) {
        await page.getByRole('radio', { name: say(locale, 'sandbox.location.outside') }).check();
        await pressIn(locale, 'ask.send.where.button');
      },
    });
    await test.step('while the phone is at work, and when it can not', () => lookAtTroubles(page, server.address));
    await test.step('refused by the server', async () => {
      await person.open('ask/send');
      // As an old browser sends it, without what the scripts add.
      await page.locator('#page-form').evaluate((form: HTMLFormElement) => {
        form.querySelector('[name=altcha]')?.remove();
        form.submit();
      });
      await expect(person.problem()).toBeFocused();
      await see({ path: 'ask/send', screen: 'ask-send-refused', shows: 'problem.captcha-missing.title' });
    });

    await see({ path: 'assisted', screen: 'assisted-ask', shows: 'assisted.ask.what' });
    await person.open('assisted');
    await person.press('assisted.ask.button');
    await person.shownCode();
    await see({ path: 'assisted', screen: 'assisted-ask-code', shows: 'assisted.code.title' });
    await see({ path: 'status', screen: 'status-registered-assisted', shows: 'standing.assistance.title' });

    await person.open('ask/send');
    await person.ask();
    await see({ path: 'status', screen: 'status-waiting', shows: 'standing.waiting.title', in: pseudo });
    await see({ path: 'withdraw', screen: 'withdraw', heading: 'withdraw.title' });

    await test.step('taken back on another phone meanwhile', async () => {
      await person.open('withdraw');
      await person.pressElsewhere(madeUp('en').email, { path: 'withdraw', button: 'withdraw.button' });
      await person.press('withdraw.button');
      await expect(person.problem()).toBeFocused();
      await see({
        path: 'withdraw',
        screen: 'withdraw-error',
        heading: 'problem.nothing-to-withdraw.title',
        act: (locale) => asksNothing(page, locale),
      });
      await see({ path: 'status', screen: 'status-withdrawn', shows: 'standing.last.withdrawn.title' });
    });

    await person.open('ask/send');
    await person.ask();
    const operator = await Operator.signedIn(browser, { locale: 'en', address: server.address });
    await operator.open('staff/draw');
    await operator.press('staff.draw.closeButton');
    await operator.seeHeading('staff.draw.title', 'staff-draw-closed');
    await see({ path: 'status', screen: 'status-closed', shows: 'standing.closed.title' });
  },
);
