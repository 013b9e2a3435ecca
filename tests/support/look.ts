import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, type TestInfo, test } from '@playwright/test';
import { isTranslatedLocale, localeFacts } from '#core/language/locales.ts';
import { isPage, type Page as PagePath } from '#server/http/pages.ts';
import { findingsOfAxe } from './axe.ts';
import { fitsTheFinger, fitsTheScreen } from './layout.ts';
import { sameInEnglish } from './same-in-english.ts';
import { textsOnScreen } from './texts-on-screen.ts';
import { flatten, messagesOf, say } from './words.ts';

export type Seen = { readonly locale: string; readonly screen: string };

/**
 * Whether axe is to look: once a screen and language in a run, whichever worker comes first, since the same screen again
 * finds the same. What nobody speaks shows what is too wide or not mirrored, and what axe finds on it, it finds in the
 * languages beside it, too: `npm run test:full` asks it there as well.
 */
function isForAxe({ locale, screen }: Seen): boolean {
  const folder = process.env['PUENTE_E2E_LOOKED'];
  if (!folder) throw new Error('expected the path of a folder in PUENTE_E2E_LOOKED, found none');
  if (process.env['PUENTE_FULL'] !== '1' && !isTranslatedLocale(locale)) return false;
  return mkdirSync(join(folder, `${locale} ${screen}`), { recursive: true }) !== undefined;
}

/**
 * What must hold on every screen in every state and language. Goes on after what does not hold, so that one run tells all
 * of it. Makes a picture where `PUENTE_SCREENS` names a folder, with its texts beside it.
 */
export async function look(page: Page, { locale, screen }: Seen): Promise<void> {
  const folder = process.env['PUENTE_SCREENS'];
  if (folder) {
    await page.screenshot({ path: `${folder}/${locale}/${screen}.png`, fullPage: true });
    await writeFile(`${folder}/${locale}/${screen}.json`, JSON.stringify(await textsOnScreen(page)));
  }
  await fitsTheScreen(page, `${screen} in ${locale}`);
  await fitsTheFinger(page, `${screen} in ${locale}`);
  await isNamed(page, { locale, screen });
  await isInItsLanguage(page, { locale, screen });
  if (isForAxe({ locale, screen })) {
    const findings = await findingsOfAxe(page);
    expect.soft(findings, `axe on ${screen} in ${locale}`).toEqual([]);
  }
  keepSeen(page, test.info());
}

const seen = new WeakMap<TestInfo, Set<PagePath>>();

/** The pages that a test has looked at so far. */
export function seenBy(info: TestInfo): ReadonlySet<PagePath> {
  return seen.get(info) ?? new Set();
}

function keepSeen(page: Page, info: TestInfo): void {
  const path = new URL(page.url()).pathname.split('/').slice(2).join('/');
  if (isPage(path)) seen.set(info, new Set([...seenBy(info), path]));
}

/** Titles seen in a worker, each with its page: a title belongs to one page alone, and says first that there is a problem. */
const titles = new Map<string, string>();

/** One `h1`, and a title that says which page it is and whether something went wrong on it. */
async function isNamed(page: Page, { locale, screen }: Seen): Promise<void> {
  const { title, headings, address, isProblem } = await page.evaluate(() => ({
    title: document.title,
    headings: [...document.querySelectorAll('h1')].map((heading) => heading.textContent),
    address: window.location.pathname,
    isProblem: document.querySelector('main > [role=alert]') !== null,
  }));
  expect.soft(headings, `the one h1 on ${screen}`).toHaveLength(1);
  const named = say(locale, isProblem ? 'meta.errorTitle' : 'meta.title', { page: headings[0] ?? '' });
  expect.soft(title, `the title of ${screen}`).toBe(named);
  // A page that answers a form straight away stands at the address of the route.
  if (address.startsWith('/api/')) return;
  const path = address.split('/').slice(2).join('/');
  const known = titles.get(`${locale} ${title}`);
  expect.soft(known ?? path, `the page that is called ${title}`).toBe(path);
  titles.set(`${locale} ${title}`, path);
}

/** `lang` and `dir` are right, and no sentence of the source stands on another language's screen. */
async function isInItsLanguage(page: Page, { locale, screen }: Seen): Promise<void> {
  const html = page.locator('html');
  await expect.soft(html, screen).toHaveAttribute('lang', locale);
  await expect
    .soft(html, screen)
    .toHaveAttribute('dir', locale in localeFacts ? localeFacts[locale as 'en'].dir : 'ltr');
  if (locale === 'en' || !isTranslatedLocale(locale)) return;
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
  expect.soft(leaks, `English on ${screen} in ${locale}`).toEqual([]);
}
