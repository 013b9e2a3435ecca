import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { launchLocales, localeFacts } from '#core/language/locales.ts';
import { sameInEnglish } from './same-in-english.ts';
import { flatten, messagesOf } from './words.ts';

export type Seen = { readonly locale: string; readonly screen: string };

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Looked at once a screen and language in a worker: the same screen again finds the same. */
const looked = new Set<string>();

/** What must hold on every screen in every state and language. Makes a picture where `PUENTE_SCREENS` names a folder. */
export async function look(page: Page, { locale, screen }: Seen): Promise<void> {
  const folder = process.env['PUENTE_SCREENS'];
  if (folder) await page.screenshot({ path: `${folder}/${locale}/${screen}.png`, fullPage: true });
  await fitsTheScreen(page, screen);
  await isInItsLanguage(page, { locale, screen });
  const key = `${locale} ${screen}`;
  if (looked.has(key)) return;
  looked.add(key);
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
  const findings = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' | ')}`,
  );
  expect(findings, `axe on ${screen} in ${locale}`).toEqual([]);
}

/** WCAG 1.4.10: nothing to scroll sideways at 320 px. */
async function fitsTheScreen(page: Page, screen: string): Promise<void> {
  const tooWide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => element.outerHTML.slice(0, 120));
  });
  expect(tooWide, `wider than the screen on ${screen}`).toEqual([]);
}

/** `lang` and `dir` are right, and no sentence of the source stands on another language's screen. */
async function isInItsLanguage(page: Page, { locale, screen }: Seen): Promise<void> {
  const html = page.locator('html');
  await expect(html, screen).toHaveAttribute('lang', locale);
  await expect(html, screen).toHaveAttribute('dir', locale in localeFacts ? localeFacts[locale as 'en'].dir : 'ltr');
  if (locale === 'en' || !(launchLocales as readonly string[]).includes(locale)) return;
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      // A word in another language says so itself: the language menu.
      const isOwnLanguage = parent?.closest('[lang]')?.getAttribute('lang') === document.documentElement.lang;
      const isText = parent && !['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE'].includes(parent.tagName);
      if (isText && isOwnLanguage && node.textContent?.trim()) found.push(node.textContent.trim());
    }
    return found;
  });
  const english = new Map(flatten(messagesOf('en')).map(([key, text]) => [text, key] as const));
  const leaks = texts.flatMap((text) => {
    const key = english.get(text);
    return key && !sameInEnglish(locale, key) ? [`${key}: ${text}`] : [];
  });
  expect(leaks, `English on ${screen} in ${locale}`).toEqual([]);
}
