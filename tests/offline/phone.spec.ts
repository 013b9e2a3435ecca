import { expect } from '@playwright/test';
import { localeFacts } from '#core/language/locales.ts';
import { askWorker, keeps, nextLanguage, personAt } from '../support/service-worker.ts';
import { test } from '../support/shared-server.ts';
import { say } from '../support/words.ts';

test.use({ serviceWorkers: 'allow' });

const locale = 'ht';

test('she sees what the phone keeps, adds a language, and removes all of it (ht)', async ({ page, server }) => {
  const person = personAt(page, server.address, locale);
  const buttonOf = (key: string, language: string) =>
    page.getByRole('button', { name: new RegExp(`^${say(locale, key, { language, size: '' }).replace(/\(.*/, '')}`) });
  await person.open('');
  await keeps(page, locale);
  await person.open('phone');
  await expect(buttonOf('phone.remove', localeFacts.ht.name)).toBeVisible();
  await person.seeHeading('phone.title', 'phone');

  await page.getByText(say(locale, 'phone.others'), { exact: true }).click();
  await buttonOf('phone.keep', localeFacts.es.name).click();
  await expect(buttonOf('phone.remove', localeFacts.es.name)).toBeVisible({ timeout: 90_000 });
  await person.seeHeading('phone.title', 'phone-two-languages');
  await keeps(page, 'es', locale);

  await buttonOf('phone.remove', localeFacts.es.name).click();
  await expect(buttonOf('phone.remove', localeFacts.es.name)).toBeHidden();
  await keeps(page, locale);

  await page.getByRole('button', { name: say(locale, 'phone.removeAll') }).click();
  await expect(page.getByText(say(locale, 'phone.removed'))).toBeVisible();
  await person.seeHeading('phone.title', 'phone-removed');
  await person.open('');
  await person.open('help');
  await askWorker(page, { type: 'here', locale });
  await keeps(page);
});

test('a full phone and a broken line are told of, lose nothing, and it goes on once they are mended (ht)', async ({
  page,
  context,
  server,
}) => {
  const person = personAt(page, server.address, locale);
  const keep = (language: 'es' | 'fr') => page.getByRole('button', { name: new RegExp(localeFacts[language].name) });
  await person.open('');
  await keeps(page, locale);
  const browser = await context.newCDPSession(page);
  const origin = person.address;

  await test.step('a full phone', async () => {
    await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000 });
    await person.open('phone');
    await page.getByText(say(locale, 'phone.others'), { exact: true }).click();
    await keep('es').click();
    await expect(page.getByText(say(locale, 'phone.full'))).toBeVisible();
    await person.seeHeading('phone.title', 'phone-full');
    await keeps(page, locale);
    await browser.send('Storage.overrideQuotaForOrigin', { origin });
    await keep('es').click();
    await expect(page.getByText(say(locale, 'phone.full'))).toBeHidden();
    await keeps(page, 'es', locale);
  });

  await test.step('a line that breaks: with it the rest comes by itself', async () => {
    await context.setOffline(true);
    await keep('fr').click();
    await expect(page.getByText(say(locale, 'phone.failed'))).toBeVisible();
    await person.seeHeading('phone.title', 'phone-failed');
    await context.setOffline(false);
    await person.open('help');
    await keeps(page, 'es', 'fr', locale);
  });
});

test('languages that she only leafs through cost her nothing; the one that she goes on in is kept (ht)', async ({
  page,
  server,
}) => {
  const person = personAt(page, server.address, locale);
  await page.goto(`${person.address}/es/language`);
  await page.getByRole('link', { name: localeFacts.ht.name }).click();
  await keeps(page, locale);
  await page.goto(`${person.address}/fr`);
  await expect.poll(() => nextLanguage(page)).toBe('fr');
  await person.open('');
  await expect.poll(() => nextLanguage(page)).toBeNull();
  await page.goto(`${person.address}/fr`);
  await expect.poll(() => nextLanguage(page)).toBe('fr');
  await keeps(page, locale);
  await page.goto(`${person.address}/fr/help`);
  await keeps(page, 'fr');
});

test('a phone that saves data fetches no pages until she asks for them (ht)', async ({ page, context, server }) => {
  const person = personAt(page, server.address, locale);
  await person.open('language');
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await worker.evaluate(() => {
    const { connection } = navigator as unknown as { readonly connection: object };
    Object.defineProperty(connection, 'saveData', { value: true });
  });
  await person.open('phone');
  await expect(page.getByText(say(locale, 'phone.sparing'))).toBeVisible();
  await askWorker(page, { type: 'here', locale });
  await keeps(page);
  await person.seeHeading('phone.title', 'phone-saves-data');
  await page.getByRole('button', { name: new RegExp(localeFacts.ht.name) }).click();
  await expect(page.getByText(say(locale, 'phone.sparing'))).toBeHidden();
  await keeps(page, locale);
});

test('a browser without JavaScript, or without a worker, is told that it needs its line (ht)', async ({
  browser,
  server,
}) => {
  for (const [javaScriptEnabled, key] of [
    [false, 'phone.noScript'],
    [true, 'phone.noWorker'],
  ] as const) {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled });
    if (javaScriptEnabled)
      await context.addInitScript(() => {
        Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
      });
    const page = await context.newPage();
    const person = personAt(page, server.address, locale);
    await person.open('phone');
    const told = javaScriptEnabled ? page.getByText(say(locale, key)) : page.locator('noscript p');
    await expect(told).toHaveText(say(locale, key));
    await person.seeHeading('phone.title', `phone-${key.slice(6)}`);
  }
});
