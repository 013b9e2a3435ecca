import { expect } from '@playwright/test';
import { look } from '../support/look.ts';
import { keeps, personAt } from '../support/service-worker.ts';
import { test } from '../support/shared-server.ts';
import { say } from '../support/words.ts';

test.use({ serviceWorkers: 'allow' });

for (const locale of ['ht'] as const) {
  test(`without a line she reads, is told what holds, and nothing she typed is lost (${locale})`, async ({
    page,
    context,
    server,
  }) => {
    const person = personAt(page, server.address, locale);
    const lookAt = (screen: string) => look(page, { locale, screen });
    await person.open('');
    await keeps(page, locale);
    await context.setOffline(true);

    await person.open('help');
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();

    await test.step('a page about herself was never kept: what holds, and what can be read', async () => {
      await person.open('status');
      await person.seeHeading('phone.offline.title', 'offline-status');
      await expect(page.getByText(say(locale, 'phone.offline.unsent'))).toBeHidden();
      const again = page.getByRole('link', { name: say(locale, 'problem.retry') });
      await expect(again).toHaveAttribute('href', `/${locale}/status`);
      // Nothing about herself is promised that isn't there.
      await expect(page.getByRole('main').getByRole('link', { name: say(locale, 'common.menu.status') })).toBeHidden();
      await page
        .getByRole('main')
        .getByRole('link', { name: say(locale, 'common.menu.terms'), exact: true })
        .click();
      await expect(page).toHaveURL(/\/terms$/);
    });

    await test.step('a form opens, and what it sends in vain is not lost', async () => {
      await person.open('sign-in');
      await person.press('signIn.button');
      await person.seeHeading('phone.offline.title', 'offline-unsent');
      await expect(page.getByText(say(locale, 'phone.offline.unsent'))).toBeVisible();
      await page.getByRole('link', { name: say(locale, 'phone.offline.back') }).click();
      await expect(page).toHaveURL(new RegExp(`/${locale}/sign-in$`));
    });

    await test.step('what needs a line says so before she begins', async () => {
      await person.open('ask/send');
      await expect(page.getByText(say(locale, 'phone.needsLine'))).toBeVisible();
      await lookAt('ask-send-needs-line');
    });

    await test.step('an answer about somebody of her group is never shown as her own', async () => {
      await person.open('register/name?person=00000000-0000-7000-8000-000000000000');
      await person.seeHeading('phone.offline.title', 'offline-of-group');
    });

    await test.step('a change and a report show what only the server knows: the page of no line leads back to them', async () => {
      for (const path of ['register/name?change', 'report-text?screen=help']) {
        await person.open(path);
        await expect(page.getByRole('heading', { level: 1, name: say(locale, 'phone.offline.title') })).toBeVisible();
        const again = page.getByRole('link', { name: say(locale, 'problem.retry') });
        await expect(again).toHaveAttribute('href', `/${locale}/${path}`);
      }
    });

    await context.setOffline(false);
    await person.open('status');
    await expect(page).toHaveURL(new RegExp(`/${locale}/sign-in$`));
  });
}

test('where the server is away and the browser believes in its line, the phone answers all the same (ht)', async ({
  page,
  start,
}) => {
  const server = await start();
  await page.goto(`${server.address}/ht`);
  await keeps(page, 'ht');
  await server.kill('SIGKILL');
  await page.goto(`${server.address}/`);
  await expect(page).toHaveURL(`${server.address}/ht`);
  await page.goto(`${server.address}/ht/ask/send`);
  await expect(page.getByText(say('ht', 'phone.needsLine'))).toBeVisible();
  await page.goto(`${server.address}/ht/messages`);
  await expect(page.getByRole('heading', { level: 1, name: say('ht', 'phone.offline.title') })).toBeVisible();

  await test.step('where the operator switched it off, phones are rid of it', async () => {
    await start({ port: server.port, environment: { SERVICE_WORKER: 'off' } });
    // The worker of before may still be keeping what the first of these pages asked it to keep.
    const nextPage = async () => {
      await page.goto(`${server.address}/ht/sign-in`);
      return page.evaluate(() => caches.keys());
    };
    await expect.poll(nextPage).toEqual([]);
  });
});
