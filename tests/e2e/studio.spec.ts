import { copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { writeExchangeTree } from '../../scripts/catalogs/testing/exchange-tree.ts';
import { keyFinder } from '../../scripts/screens/keys-of-texts.ts';
import { marksOf } from '../../scripts/screens/marks.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { fitsTheScreen } from '../support/layout.ts';
import { openStudio, type Studio } from '../support/open-studio.ts';
import { textsOnScreen } from '../support/texts-on-screen.ts';

const project = join(import.meta.dirname, '../..');

const test = base.extend<{ readonly studio: Studio }>({
  studio: async ({}, use) => {
    const studio = await openStudio(writeExchangeTree());
    await use(studio);
    await studio.close();
  },
});

test('a translator finds a draft, writes, sees a finding, puts it right and saves', async ({ page, studio }) => {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  const look = async (screen: string) => {
    expect(await findingsOfAxe(page), screen).toEqual([]);
    await fitsTheScreen(page, screen);
  };

  await page.goto(studio.address);
  await page.getByRole('link', { name: 'English', exact: true }).click();
  await look('languages');
  await page
    .getByRole('link', { name: /Русский/ })
    .last()
    .click();

  await page.getByLabel('State').selectOption('draft');
  await page.getByRole('button', { name: 'Show' }).click();
  await look('list');
  await page.getByRole('link', { name: /sample\.people/ }).click();
  await look('text');

  const few = page.getByLabel('Form few');
  await expect(few).toHaveValue('{countText} человека');
  await few.fill('человека');
  await expect(page.locator('[data-rule="plural-number"]')).toBeVisible();
  await look('finding');

  await few.press('Home');
  await page.getByRole('button', { name: '{countText}' }).click();
  await expect(few).toHaveValue('{countText}человека');
  await few.fill('{countText}  ждущих');
  await page.getByRole('button', { name: 'Put it right' }).click();
  await expect(few).toHaveValue('{countText} ждущих');
  await page.getByLabel('Your name').fill('ana');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved:')).toBeVisible();

  const file = JSON.parse(readFileSync(join(studio.root, 'locales/ru/sample.json'), 'utf8')) as { people: string };
  expect(file.people).toContain('few {{countText} ждущих}');
  expect(readFileSync(join(studio.root, 'locales/ru/status.json'), 'utf8')).toMatch(
    /"sample\.people": "\S+ translated ana /,
  );

  await page.getByRole('link', { name: 'How complete the languages are' }).click();
  await look('coverage');
  expect(problems).toEqual([]);
});

test('what has to stay is taken out whole, and never broken', async ({ page, studio }) => {
  await page.goto(`${studio.address}/en/ru/text/sample.rich`);
  const box = page.getByLabel('Your text');
  const whole = 'Сначала прочитайте <link>условия</link>.';
  await expect(box).toHaveValue(whole);
  await expect(page.locator('.behind mark')).toHaveText(['<link>', '</link>']);

  await box.press('Control+End');
  await box.press('ArrowLeft');
  await box.press('Backspace');
  await expect(box).toHaveValue('Сначала прочитайте условия.');
  await expect(page.locator('#said')).toHaveText('Taken out: <link>');
  await box.press('Control+z');
  await expect(box).toHaveValue(whole);

  // From behind the end of the tag to its front: one step, however long it is.
  await box.press('Control+End');
  await box.press('ArrowLeft');
  await box.press('ArrowLeft');
  const cursor = () => box.evaluate((element: HTMLTextAreaElement) => element.selectionStart);
  await expect.poll(cursor).toBe(whole.indexOf('</link>'));
  await box.pressSequentially('!');
  await expect(box).toHaveValue('Сначала прочитайте <link>условия!</link>.');
  // All of it gone, and put back around chosen words by the button.
  await box.fill('Сначала условия');
  await box.press('Shift+Control+ArrowLeft');
  await page.getByRole('button', { name: '<link>…</link>' }).click();
  await expect(box).toHaveValue('Сначала <link>условия</link>');
  await expect(box).toBeFocused();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('a text is plain, and is written, looked at and saved', async ({ page, studio }) => {
    await page.goto(`${studio.address}/en/ru/text/sample.greeting`);
    await page.getByLabel('Your text').fill('Добрый день');
    await page.getByRole('button', { name: 'Check what I wrote' }).click();
    await expect(page.locator('[data-rule="arguments"]')).toBeVisible();
    await page.getByLabel('Your text').fill('Добрый день, {name}');
    await page.getByLabel('Your name').fill('ana');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Saved:')).toBeVisible();
    expect(readFileSync(join(studio.root, 'locales/ru/sample.json'), 'utf8')).toContain('Добрый день, {name}');
  });
});

test('a translator finds a text in the picture of its screen, and goes on through that screen', async ({
  page,
  studio,
}) => {
  const folder = join(studio.root, 'docs/screens/ru');
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(project, 'docs/screens/ru/start.webp'), join(folder, 'welcome.webp'));
  // As the program shows them: the greeting filled in, the title twice.
  await page.setContent(
    '<h1>Ваше место</h1><p>Здравствуйте, <b>Marie</b></p><a href="#">Ваше место</a><p hidden>Свободных мест нет</p>',
  );
  const seen = await textsOnScreen(page);
  const marks = marksOf({ screen: 'welcome', seen, width: 320, height: 640, keysOf: keyFinder(studio.root, 'ru') });
  expect(Object.keys(marks.texts).sort()).toEqual(['sample.greeting', 'sample.title']);
  expect(marks.texts['sample.title']).toHaveLength(2);
  writeFileSync(join(folder, 'welcome.json'), JSON.stringify(marks));

  await page.goto(`${studio.address}/en/ru`);
  await page.getByRole('link', { name: 'Choose from pictures of the screens' }).click();
  expect(await findingsOfAxe(page)).toEqual([]);
  await page.getByRole('link', { name: /^welcome/ }).click();
  expect(await findingsOfAxe(page)).toEqual([]);
  await fitsTheScreen(page, 'screen');
  await expect(page.locator('ol.texts code')).toHaveText(['sample.title', 'sample.greeting']);
  await expect(page.locator('.shot rect')).toHaveCount(3);
  const heading = page.locator('.shot a').first();
  await expect(heading).toContainText('sample.title');
  await heading.click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('sample.title');
  await expect(page.locator('aside .shot rect')).toHaveCount(2);
  await page.getByLabel('Your name').fill('ana');
  await page.getByLabel('Your text').fill('Место в очереди');
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('sample.greeting');
  await page.getByRole('button', { name: 'Save and go on' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('sample.title');
});

test('by keys alone, right to left, and in a studio that fails', async ({ page, studio }) => {
  await page.goto(`${studio.address}/es/ar/text/sample.title`);
  const look = async (screen: string) => {
    expect(await findingsOfAxe(page), screen).toEqual([]);
    await fitsTheScreen(page, screen);
  };
  const box = page.getByLabel('Su texto');
  await expect(box).toHaveAttribute('dir', 'rtl');
  await page.getByLabel('Su nombre').fill('ana');
  await box.fill('مكانك {name}');
  await expect(page.locator('.findings')).toContainText('Falta una pieza que tiene que quedar');
  const finding = page.locator('[data-rule="arguments"]');
  await expect(finding.getByText('Other arguments')).toBeHidden();
  await finding.locator('summary').click();
  await look('unfolded');
  await box.fill('مكانك {name} {day}');
  await expect(finding).toContainText('day');
  await expect(finding.getByText('Other arguments')).toBeVisible();
  await box.fill('مكانك');
  await expect(page.locator('.phone')).toHaveText('مكانك');
  await expect(page.locator('.phone')).toHaveAttribute('dir', 'rtl');
  await box.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('sample.greeting');
  const file = readFileSync(join(studio.root, 'locales/ar/sample.json'), 'utf8');
  expect(JSON.parse(file)).toEqual({ title: 'مكانك' });

  const [catalogs, away] = [join(studio.root, 'locales'), join(studio.root, 'away')];
  renameSync(catalogs, away);
  await box.fill('مرحبا {name}');
  await box.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quizás esto no se guardó');
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.locator('p.source')).toHaveText('مرحبا {name}');
  await look('failed save');
  await page.goto(`${studio.address}/ht/ar/text/sample.greeting`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nou pa ka montre paj sa a kounye a');
  await look('failed page');
  renameSync(away, catalogs);
  await page.getByRole('link', { name: 'Louvri paj la ankò' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('sample.greeting');
});
