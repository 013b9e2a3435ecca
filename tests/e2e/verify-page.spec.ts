import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { test as base, type Page } from '@playwright/test';
import { writtenPage } from '../../scripts/verify-page/written-page.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { seasonOf, seasonWithMadeUpRound } from '../support/draw-season.ts';
import { fitsTheFinger, fitsTheScreen } from '../support/layout.ts';
import { readScreen } from '../support/read-screen.ts';
import { keepShown } from '../support/shown-texts.ts';
import { say } from '../support/words.ts';

const { expect } = base;

/** The page as it lies on somebody's disk; what it asks of anybody fails the test. */
const test = base.extend<{ readonly opened: Page }>({
  opened: async ({ page }, use, info) => {
    const file = info.outputPath('verify.html');
    writeFileSync(file, await writtenPage());
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    await use(page);
    expect(asked).toEqual([pathToFileURL(file).href]);
  },
});

async function look(page: Page, locale: string, screen: string): Promise<void> {
  await fitsTheScreen(page, screen);
  await fitsTheFinger(page, screen);
  const { lang, shown } = await readScreen(page);
  expect(lang).toBe(locale);
  keepShown(locale, shown);
  expect(await findingsOfAxe(page), screen).toEqual([]);
}

const filesOf = (season: ReadonlyMap<string, string>) =>
  Array.from(season, ([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) }));

test('anybody checks a draw on a page of her own disk, and sees what is wrong with it', async ({ opened: page }) => {
  const season = seasonOf('seven-drand');
  await page.getByRole('combobox').selectOption('ht');
  await look(page, 'ht', 'verify');

  const files = page.getByLabel(say('ht', 'verify.files'));
  const verdict = page.getByRole('status');
  await files.setInputFiles(filesOf(season));
  await expect(verdict).toContainText(say('ht', 'verify.same'));
  await expect(verdict).toContainText(say('ht', 'verify.signed'));
  await expect(verdict).toContainText('witness-a');
  await look(page, 'ht', 'verify, right');

  const withoutSignatures = new Map([...season].filter(([name]) => name !== 'cosignatures.json'));
  await files.setInputFiles(filesOf(withoutSignatures));
  await expect(verdict).toContainText(say('ht', 'verify.unsigned'));
  await look(page, 'ht', 'verify, not signed');

  const result = season.get('result.tsv')?.replace(/(?<=\n.*\t.*\t).+/, 'nowhere oldest') ?? '';
  await files.setInputFiles(filesOf(new Map([...season, ['result.tsv', result]])));
  await expect(verdict).toContainText(say('ht', 'verify.differs'));
  await expect(verdict).toContainText('result.tsv, line 2');
  await look(page, 'ht', 'verify, wrong');

  const forged = season.get('cosignatures.json')?.replace(/(announcement":\["[0-9a-f]{126})../, '$100') ?? '';
  await files.setInputFiles(filesOf(new Map([...season, ['cosignatures.json', forged]])));
  await expect(verdict).toContainText('cosignatures.json, announcement[0]');

  await files.setInputFiles(filesOf(seasonWithMadeUpRound('seven-drand')));
  await expect(verdict).toContainText('draw.json, drandSignature');

  await files.setInputFiles(filesOf(new Map([...season].slice(0, 3))));
  await expect(verdict).toContainText(say('ht', 'verify.malformed'));
  await expect(verdict).toContainText('draw.json');
  await page.getByRole('combobox').selectOption('ar');
  await expect(verdict).toContainText(say('ar', 'verify.malformed'));
  await look(page, 'ar', 'verify, malformed');
});
