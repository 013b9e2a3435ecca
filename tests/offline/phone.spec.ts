import { expect } from '@playwright/test';
import { localeFacts } from '#core/language/locales.ts';
import { keeps } from '../support/service-worker.ts';
import { test } from '../support/shared-server.ts';
import { say } from '../support/words.ts';

test.use({ serviceWorkers: 'allow' });

const locale = 'ht';

test('she sees what the phone keeps, adds a language, and removes all of it (ht)', async ({ page, personOf }) => {
  const person = personOf(locale);
  const buttonOf = (key: string, language: string) =>
    page.getByRole('button', { name: new RegExp(`^${say(locale, key, { language, size: '' }).replace(/\(.*/, '')}`) });
  await person.open('');
  await keeps(page, locale);
  await person.open('phone');
  await expect(buttonOf('phone.remove', localeFacts.ht.name)).toBeVisible();
  await person.seeHeading('phone.title', 'phone');

  await page.getByText(say(locale, 'phone.others')).click();
  await buttonOf('phone.keep', localeFacts.es.name).click();
  await expect(buttonOf('phone.remove', localeFacts.es.name)).toBeVisible();
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
  await keeps(page);
});

test('a full phone says so, loses nothing, and goes on once there is room (ht)', async ({
  page,
  context,
  personOf,
}) => {
  const person = personOf(locale);
  await person.open('');
  await keeps(page, locale);
  const browser = await context.newCDPSession(page);
  const origin = person.address;
  await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000 });
  await person.open('phone');
  await page.getByText(say(locale, 'phone.others')).click();
  const keepSpanish = page.getByRole('button', { name: new RegExp(localeFacts.es.name) });
  await keepSpanish.click();
  await expect(page.getByText(say(locale, 'phone.full'))).toBeVisible();
  await person.seeHeading('phone.title', 'phone-full');
  await keeps(page, locale);

  await browser.send('Storage.overrideQuotaForOrigin', { origin });
  await keepSpanish.click();
  await expect(page.getByText(say(locale, 'phone.full'))).toBeHidden();
  await keeps(page, 'es', locale);
});

test('languages that she only leafs through cost her nothing; the one that she goes on in is kept (ht)', async ({
  page,
  personOf,
}) => {
  const person = personOf(locale);
  await page.goto(`${person.address}/es/language`);
  await page.getByRole('link', { name: localeFacts.ht.name }).click();
  await keeps(page, locale);
  await page.goto(`${person.address}/fr`);
  await person.open('');
  await page.goto(`${person.address}/fr`);
  await keeps(page, locale);
  await page.goto(`${person.address}/fr/help`);
  await keeps(page, 'fr');
});
