import { type BrowserContext, expect, type Page } from '@playwright/test';
import { look } from '../support/look.ts';
import { hasWaiting, keeps, personAt } from '../support/service-worker.ts';
import { test } from '../support/shared-server.ts';
import { say } from '../support/words.ts';

test.use({ serviceWorkers: 'allow' });

/** From now on the server has another version, in which the help has changed. */
async function release(context: BrowserContext, page: Page): Promise<void> {
  await context.route('**/worker.js', async (route) => {
    const answer = await route.fetch();
    const source = await answer.text();
    const changed = source.replace(/(url:"\/ht\/help",revision:")[^"]+/, '$1another');
    expect(changed).not.toBe(source);
    await route.fulfill({ response: answer, body: changed });
  });
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
  await expect.poll(() => hasWaiting(page)).toBe(true);
}

test('a new version is told of, comes in no form and beside no other window, and then by itself (ht)', async ({
  page,
  context,
  server,
}) => {
  const locale = 'ht';
  const person = personAt(page, server.address, locale);
  await person.open('');
  await keeps(page, locale);
  await person.open('is-it-from-us');
  await person.write('messages.fromUs.code', '1234');
  await release(context, page);
  const told = page.getByText(say(locale, 'phone.update'));
  await expect(told).toBeVisible();
  await look(page, { locale, screen: 'is-it-from-us-new-version' });
  await expect(person.field('messages.fromUs.code')).toHaveValue('1234');

  await test.step('not from form to form', async () => {
    await person.open('report-seller');
    expect(await hasWaiting(page)).toBe(true);
    await person.open('help');
    expect(await hasWaiting(page)).toBe(true);
  });

  await test.step('not while another window is open', async () => {
    const other = await context.newPage();
    await other.goto(`${person.address}/${locale}/sign-in`);
    await person.open('terms');
    await expect(told).toBeVisible();
    expect(await hasWaiting(page)).toBe(true);
    await other.close();
  });

  await test.step('with the next page', async () => {
    await page
      .getByRole('contentinfo')
      .getByRole('link', { name: say(locale, 'common.menu.help') })
      .click();
    await expect(page).toHaveURL(/\/help$/);
    await expect.poll(() => hasWaiting(page)).toBe(false);
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
    await expect(told).toBeHidden();
    await keeps(page, locale);
    await context.setOffline(true);
    await person.open('help');
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
  });
});
