import { expect, type Page } from '@playwright/test';
import { everyLanguage, oneOrAll } from '../support/every-language.ts';
import { gate } from '../support/gate.ts';
import { look } from '../support/look.ts';
import { say } from '../support/words.ts';

const patience = { timeout: 60_000 };
/** What comes of a line that breaks off: no answer of ours. */
const broken = { status: 503, body: '' };

/** What the last step of asking says while the phone looks for its place, works, sends, or has no line to send on. */
export async function lookAtTroubles(page: Page, address: string): Promise<void> {
  const see = everyLanguage(page, address, oneOrAll);
  const press = (locale: string, key: string) => page.getByRole('button', { name: say(locale, key) }).click();
  const isThere = (locale: string, key: string) => expect(page.getByText(say(locale, key))).toBeVisible(patience);
  const step = { path: 'ask/send' };

  for (const [permission, found] of [
    ['prompt', 'asking'],
    ['granted', 'looking'],
  ] as const) {
    await see({
      ...step,
      screen: `ask-send-${found}`,
      shows: `ask.send.where.${found}`,
      async act(locale) {
        await page.evaluate((state) => {
          navigator.permissions.query = () => Promise.resolve({ state } as PermissionStatus);
          navigator.geolocation.getCurrentPosition = () => undefined;
        }, permission);
        await press(locale, 'ask.send.where.button');
      },
    });
  }

  let speaking = '';
  const sends = async (locale: string) => {
    speaking = locale;
    await press(locale, 'ask.send.where.button');
    await isThere(locale, 'ask.send.where.inside');
    await isThere(locale, 'ask.send.robot.done');
    await press(locale, 'ask.send.button');
  };
  await page.route('**/api/request', async (route) => {
    await look(page, { locale: speaking, screen: 'ask-send-sending' });
    await route.fulfill(broken);
  });
  await see({ ...step, screen: 'ask-send-failed', shows: 'ask.send.failed', act: sends });
  await page.unroute('**/api/request');
  await page.route('**/api/request', (route) => route.fulfill({ status: 403, json: { title: 'window-closed' } }));
  await see({ ...step, screen: 'ask-send-closed', shows: 'problem.window-closed.title', act: sends });
  await page.unroute('**/api/request');

  for (const locale of oneOrAll) {
    await see({
      ...step,
      screen: 'ask-send-offline',
      shows: 'ask.send.offline',
      in: [locale],
      async act() {
        await isThere(locale, 'ask.send.robot.done');
        await page.context().setOffline(true);
      },
    });
    await page.context().setOffline(false);
    await isThere(locale, 'ask.send.online');
    await look(page, { locale, screen: 'ask-send-online' });
  }

  // The check against robots never comes to its end, and then it breaks off.
  let check = gate();
  await page.route('**/api/captcha', async (route) => {
    check = gate();
    await check.opened;
    await route.fulfill(broken);
  });
  await see({
    ...step,
    screen: 'ask-send-robot-failed',
    shows: 'ask.send.robot.failed',
    async act(locale) {
      await press(locale, 'ask.send.where.button');
      await isThere(locale, 'ask.send.where.inside');
      await press(locale, 'ask.send.button');
      await isThere(locale, 'ask.send.robot.wait');
      await look(page, { locale, screen: 'ask-send-robot-works' });
      check.open();
    },
  });
  await page.unroute('**/api/captcha');
}
