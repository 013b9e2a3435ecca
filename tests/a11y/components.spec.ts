import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Locale } from '#core/language/locales.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { manyScreens, oneOrAll } from '../support/every-language.ts';
import { makeGallery } from '../support/gallery-page.ts';
import { fitsTheFinger, fitsTheScreen } from '../support/layout.ts';

test.describe.configure({ timeout: manyScreens });

// Colours change at once: what fades is no colour of ours while it does.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const origin = 'http://components.test';
/** Long words, signs of their own, and the mirrored page; all that are built in `npm run test:full`. */
const locales = oneOrAll.length > 1 ? oneOrAll : ['hy', 'ar-XB'];

/** What a phone can ask for. */
const looks = {
  light: {},
  dark: { colorScheme: 'dark' },
  'light at high contrast': { contrast: 'more' },
  'dark at high contrast': { colorScheme: 'dark', contrast: 'more' },
  'colours of her own': { forcedColors: 'active' },
} as const;

test.beforeEach(async ({ page }, info) => {
  const html = await makeGallery(join(info.project.outputDir, 'gallery'));
  await page.route(`${origin}/**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/icon.svg') return route.fulfill({ path: 'public/icon.svg' });
    return route.fulfill({ contentType: 'text/html', body: html(path.slice(1) as Locale) });
  });
});

test('every component in every state, in all four looks, at 320 pixels and with text twice as large', async ({
  page,
}) => {
  for (const locale of locales) {
    await sizeText(page, 16);
    await page.goto(`${origin}/${locale}`);
    for (const [look, wish] of Object.entries(looks)) {
      // Colours are the same in every language.
      if (look !== 'light' && locale !== locales[0]) continue;
      await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none', ...wish });
      expect.soft(await findings(page), `axe on components, ${look}, in ${locale}`).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' });
    await fitsTheScreen(page, `components in ${locale}`);
    await fitsTheFinger(page, `components in ${locale}`);
    await sizeText(page, 32);
    await fitsTheScreen(page, `components in ${locale}, text twice as large`);
    await fitsTheFinger(page, `components in ${locale}, text twice as large`);
  }
});

test('with colours of her own, what is chosen and where the focus is are seen; with less motion, nothing moves', async ({
  page,
}) => {
  await page.goto(`${origin}/en`);
  await page.emulateMedia({ forcedColors: 'active' });
  const edgeOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { backgroundColor, borderColor, outlineStyle, outlineWidth } = getComputedStyle(element);
        return { backgroundColor, borderColor, outline: `${outlineStyle} ${outlineWidth}` };
      });

  const tabs = '#tabs nav a';
  expect((await edgeOf(`${tabs}[aria-current]`)).backgroundColor).not.toBe(
    (await edgeOf(`${tabs}:not([aria-current])`)).backgroundColor,
  );
  const option = '#choice label';
  expect((await edgeOf(`${option}:has(:checked)`)).borderColor).not.toBe(
    (await edgeOf(`${option}:not(:has(:checked))`)).borderColor,
  );
  for (const [reached, ringed] of [
    ['#button button', '#button button'],
    ['#field input', '#field input'],
    ['#choice input', '#choice label'],
    ['#file-field input', '#file-field input + *'],
    ['#tabs nav a', '#tabs nav a'],
    ['#language-menu summary', '#language-menu summary'],
  ] as const) {
    await page.locator(reached).first().focus();
    await page.keyboard.press('Shift');
    expect((await edgeOf(ringed)).outline, reached).toBe('solid 3px');
  }
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return !/^0s(, 0s)*$/.test(transitionDuration) || animationName !== 'none';
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 80)),
  );
  expect(moving).toEqual([]);
});

test('the gallery is in no build', () => {
  const pages = Object.keys(JSON.parse(readFileSync('.next/server/app-paths-manifest.json', 'utf8')) as object);
  expect(pages).toContain('/[locale]/help/page');
  expect(pages.filter((path) => path.includes('gallery'))).toEqual([]);
});

/** As in the browser's settings, in pixels: media queries know of it, too. */
async function sizeText(page: Page, standard: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.enable');
  await session.send('Page.setFontSizes', { fontSizes: { standard } });
  const sized = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  await expect.poll(sized).toBe(`${standard}px`);
}

/** Text at 7:1, too: WCAG 2.2, 1.4.6. */
async function findings(page: Page): Promise<readonly string[]> {
  return findingsOfAxe(page, { 'color-contrast-enhanced': { enabled: true } });
}
