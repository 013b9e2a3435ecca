import { expect, type Page } from '@playwright/test';
import { Person } from '../support/person.ts';
import { hushed, said, withVoices } from '../support/phone-voice.ts';
import { test } from '../support/shared-server.ts';
import { say } from '../support/words.ts';

const link = (page: Page) =>
  page.getByRole('banner').getByRole('link', { name: say('ht', 'exit.button'), exact: true });

test('who has to leave at once sees another website in the place of the page, by a touch or by Escape three times', async ({
  page,
  server,
}) => {
  await withVoices(page, ['ht-HT']);
  const elsewhere = `${server.address}/icon.svg`;
  const person = new Person(page, { locale: 'ht', address: server.address });
  const untilItsScriptIsHere = () =>
    expect(page.getByRole('button', { name: say('ht', 'common.listen.start') })).toBeVisible();
  const leaveBy = async (act: () => Promise<void>) => {
    await person.open('terms');
    await person.open('help');
    await untilItsScriptIsHere();
    await act();
    await expect(page).toHaveURL(elsewhere);
    await page.goBack();
    await expect(page).toHaveURL(/\/ht\/terms$/);
  };

  await leaveBy(() => link(page).click());
  await leaveBy(async () => {
    for (const _ of [1, 2, 3]) await page.keyboard.press('Escape');
  });

  await page.setExtraHTTPHeaders({ 'Save-Data': 'on' });
  await leaveBy(() => link(page).click());
  await leaveBy(async () => {
    for (const _ of [1, 2, 3]) await page.keyboard.press('Escape');
  });
  await page.setExtraHTTPHeaders({});

  // An answer that does not come: nothing is to be seen or heard meanwhile.
  await page.route('**/api/leave', (route) => route.fulfill({ status: 204 }));
  await person.open('help');
  await untilItsScriptIsHere();
  await person.press('common.listen.start');
  await expect.poll(() => said(page)).toHaveLength(1);
  const before = await hushed(page);
  await link(page).click();
  await expect(page.getByRole('heading', { level: 1, includeHidden: true })).toBeHidden();
  expect(await page.title()).toBe('…');
  expect(await hushed(page)).toBe(before + 1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the same link leads away, and nobody is signed out', async ({ page, server }) => {
    const person = new Person(page, { locale: 'ht', address: server.address });
    await person.open('help');
    const cookies = await page.context().cookies();
    await link(page).click();
    await expect(page).toHaveURL(`${server.address}/icon.svg`);
    expect(await page.context().cookies()).toEqual(cookies);
  });
});
