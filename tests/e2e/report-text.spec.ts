import { expect } from '@playwright/test';
import { launchLocales, localeFacts } from '#core/language/locales.ts';
import { test } from '../support/shared-server.ts';

/** The link at the foot of each page. */
const foot = 'footer a[href*="/report-text"]';

for (const locale of launchLocales) {
  test(`words that are wrong are told from the page that they stand on, signed out (${locale})`, async ({
    personOf,
    page,
  }) => {
    const person = personOf(locale);
    await person.open('register/name');
    await expect(page.locator(foot)).toHaveText(person.say('textReport.title'));
    await page.locator(foot).click();
    await person.seeHeading('textReport.title', 'report-text');
    await expect(page.getByRole('main')).toContainText(person.say('register.name.title'));
    // It may have been about somebody of her group, and half filled in: the way back is the phone's own.
    await expect(page.getByRole('main').getByRole('link')).toHaveCount(0);

    await person.press('textReport.button');
    await expect(person.problem()).toContainText(person.say('problem.field.missing'));
    await person.seeHeading('textReport.title', 'report-text-error');
    await expect(page.getByRole('main')).toContainText(person.say('register.name.title'));

    await person.write('textReport.remark', 'x'.repeat(501));
    await person.press('textReport.button');
    await expect(person.problem()).toContainText(person.say('problem.field.too-long', { limit: '500' }));
    await expect(person.field('textReport.remark')).toHaveValue('x'.repeat(501));

    await person.write('textReport.remark', '');
    await person.choose('textReport.choose', person.say('register.name.title'));
    await person.press('textReport.button');
    await person.seeHeading('textReport.thanks.title', 'report-text-thanks');
  });
}

for (const locale of launchLocales) {
  test(`what does not work is told from the accessibility statement, signed out (${locale})`, async ({
    personOf,
    page,
  }) => {
    const person = personOf(locale);
    await person.open('accessibility');
    await person.follow('accessibility.tell.title');
    await person.seeHeading('accessibility.tell.title', 'report-text-use');
    await person.press('textReport.button');
    await expect(person.problem()).toContainText(person.say('accessibility.tell.what'));
    await person.seeHeading('accessibility.tell.title', 'report-text-use-error');
    await person.write('accessibility.tell.what', 'TalkBack');
    await person.press('textReport.button');
    await person.seeHeading('textReport.thanks.title', 'report-text-thanks');
    await expect(page).toHaveURL(/thanks$/);
  });
}

test('a change of language keeps what was written', async ({ personOf, page }) => {
  const person = personOf('en', { isLookedAt: false });
  await person.open('report-text?screen=register%2Fname');
  await person.write('textReport.remark', 'My grandmother says it otherwise.');
  await page.getByRole('banner').locator('summary').click();
  await page.getByRole('banner').getByRole('button', { name: localeFacts.ru.name }).click();
  await expect(page).toHaveURL(/\/ru\/report-text\?screen=register%2Fname$/);
  await expect(personOf('ru', { isLookedAt: false }).field('textReport.remark')).toHaveValue(
    'My grandmother says it otherwise.',
  );
});

test('from a page that is the same for everybody a link leads back to it', async ({ personOf, page }) => {
  const person = personOf('ht', { isLookedAt: false });
  for (const path of ['help', '']) {
    await person.open(path);
    await page.locator(foot).click();
    await page
      .getByRole('main')
      .getByRole('link', { name: person.say('common.back'), exact: true })
      .click();
    await expect(page).toHaveURL(path === '' ? /\/ht$/ : /\/ht\/help$/);
  }
});

test('the link says the page alone: no person of a group, no code', async ({ personOf, page }) => {
  const person = personOf('ht', { isLookedAt: false });
  await person.open('register/name?change=yes');
  await expect(page.locator(foot)).toHaveAttribute('href', '/ht/report-text?screen=register%2Fname');
  await person.open('');
  await expect(page.locator(foot)).toHaveAttribute('href', '/ht/report-text?screen=start');
  await person.open('no/such/page');
  await expect(page.locator(foot)).toHaveAttribute('href', '/ht/report-text?screen=problems%2Fnot-found');
});

test('without JavaScript, and from a page that is none, the same form is sent', async ({ browser, server }) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.address}/ru/report-text?screen=//evil.example`);
  await expect(page.locator('main a[href*="evil"]')).toHaveCount(0);
  await page.locator('#words').fill('Продолжить');
  await page.locator('main button[type=submit]').click();
  await expect(page).toHaveURL(/\/ru\/report-text\/thanks$/);
});
