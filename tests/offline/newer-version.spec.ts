import { expect } from '@playwright/test';
import { draftNews, untilKept } from '../support/drafts.ts';
import { newerShellBytes, startPublishing } from '../support/newer-version.ts';
import { askWorker, keeps, personAt } from '../support/service-worker.ts';
import { test } from '../support/shared-server.ts';
import { say } from '../support/words.ts';

test.use({ serviceWorkers: 'allow' });

test('a new version is told of, waits while she types, and comes with the next page that is none of a form (ht)', async ({
  page,
  context,
  server,
}) => {
  const locale = 'ht';
  const publishing = await startPublishing(server.port);
  const person = personAt(page, publishing.address, locale);
  const told = page.getByText(say(locale, 'phone.update'));
  const isNewer = async () => (await askWorker(page, { type: 'what-is-kept' }))?.shellBytes === newerShellBytes;
  await person.open('report-seller');
  await keeps(page, locale);
  expect(await isNewer()).toBe(false);
  const words = person.field('messages.report.where');
  await words.fill('Yon mesye mande m lajan.');
  await untilKept(page);

  await test.step('it is told of, and nothing moves', async () => {
    publishing.publish();
    // As the browser does by itself with each page, and once a day.
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    // It is fetched whole first, some hundred files.
    const isReady = () => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
    await expect.poll(isReady, { timeout: 90_000 }).toBe(true);
    await expect(told).toBeVisible();
    await expect(words).toHaveValue('Yon mesye mande m lajan.');
    await person.seeHeading('messages.report.title', 'report-seller-new-version');
  });

  await test.step('neither into the form, nor in a window beside it, nor out of it', async () => {
    await page.reload();
    await expect(draftNews(page)).toContainText(say(locale, 'draft.back.what'));
    expect(await isNewer()).toBe(false);
    const other = personAt(await context.newPage(), publishing.address, locale);
    for (const path of ['help', 'privacy']) await other.open(path);
    expect(await isNewer()).toBe(false);
    await other.page.close();
    await person.open('help');
    expect(await isNewer()).toBe(false);
    await expect(told).toBeVisible();
  });

  await test.step('with the next page, and what she typed is there', async () => {
    await person.open('privacy');
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
    await expect.poll(isNewer).toBe(true);
    await expect(told).toBeHidden();
    await keeps(page, locale);
    await person.open('report-seller');
    await expect(words).toHaveValue('Yon mesye mande m lajan.');
  });
  await publishing.stop();
});
