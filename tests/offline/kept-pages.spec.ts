import { expect } from '@playwright/test';
import { test } from '../support/browser.ts';
import { personOf as madeUp } from '../support/people.ts';
import { readQr } from '../support/read-qr.ts';
import { askWorker, keeps, personAt } from '../support/service-worker.ts';
import { Visitor } from '../support/visitor.ts';
import { say } from '../support/words.ts';

test.use({ serviceWorkers: 'allow' });

test('her status and her proof are there without a line, with their time, until she signs out (ht)', async ({
  page,
  context,
  server,
}) => {
  test.setTimeout(300_000);
  const locale = 'ht';
  const self = madeUp(locale);
  const visitor = await Visitor.at(server.address, locale);
  await visitor.register(self, 'nogales');
  await visitor.askForAPlace();
  await (await Visitor.operator(server.address)).closeAndDraw();
  await visitor.confirm();
  const person = personAt(page, server.address, locale);
  await person.open('');
  await keeps(page, locale);
  await person.comeIn(self.email);
  await person.open('status');
  // Her proof was never opened on this phone: it comes by itself.
  await expect.poll(async () => (await askWorker(page, { type: 'what-is-kept' }))?.copies).toBe(2);

  const [before = ''] = say(locale, 'phone.kept', { when: '|' }).split('|');
  const note = page.getByText(before);
  await context.setOffline(true);
  await person.open('status');
  await expect(note).toBeVisible();
  await person.seeHeading('standing.title', 'status-kept');
  await expect(note).toContainText(String(new Date().getFullYear()));

  await person.open('confirmation');
  await expect(note).toBeVisible();
  await person.seeHeading('confirmation.title', 'confirmation-kept');
  await expect(page.getByText(say(locale, 'port.nogales.entrance'))).toBeVisible();
  // As an officer's machine reads it.
  const picture = await page.locator('main figure').screenshot();
  expect(await readQr(picture)).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);

  await test.step('the page of no line leads to both, and to no others', async () => {
    await person.open('my-data');
    await person.seeHeading('phone.offline.title', 'offline-with-copies');
    const main = page.getByRole('main');
    await expect(main.getByRole('link', { name: say(locale, 'confirmation.title') })).toBeVisible();
    await expect(main.getByRole('link', { name: say(locale, 'offer.title') })).toBeHidden();
    await main.getByRole('link', { name: say(locale, 'common.menu.status') }).click();
    await expect(note).toBeVisible();
  });

  await test.step('with the line back, the page is as it is now', async () => {
    await context.setOffline(false);
    await person.open('phone');
    await expect(page.getByText(say(locale, 'phone.about'), { exact: true })).toBeVisible();
    await person.seeHeading('phone.title', 'phone-with-copies');
    await person.open('status');
    await expect(note).toBeHidden();
  });

  await test.step('nobody after her finds them', async () => {
    await page.getByRole('button', { name: say(locale, 'common.menu.signOut') }).click();
    await person.seeHeading('signIn.out.title', 'signed-out');
    await context.setOffline(true);
    await person.open('status');
    await expect(page.getByRole('heading', { level: 1, name: say(locale, 'phone.offline.title') })).toBeVisible();
  });
});
