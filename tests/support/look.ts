import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, type TestInfo, test } from '@playwright/test';
import { isTranslatedLocale, localeFacts } from '#core/language/locales.ts';
import { isPage, type Page as PagePath } from '#server/http/pages.ts';
import { findingsOfAxe } from './axe.ts';
import { fitsTheFinger, fitsTheScreen } from './layout.ts';
import { isForTesters, lookInVariants } from './look-in-variants.ts';
import { type ReadScreen, readScreen } from './read-screen.ts';
import { sameInEnglish } from './same-in-english.ts';
import { keepShown } from './shown-texts.ts';
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
 * of it. Makes a picture where `PUENTE_SCREENS` names a folder, with its texts beside it. `npm run test:a11y` looks in its own
 * way, and says what it found in a report.
 */
export async function look(page: Page, { locale, screen }: Seen): Promise<void> {
  if (isForTesters) {
    await lookInVariants(page, { locale, screen });
    keepSeen(page, test.info());
    return;
  }
  await fitsTheScreen(page, `${screen} in ${locale}`);
  await fitsTheFinger(page, `${screen} in ${locale}`);
  const folder = process.env['PUENTE_SCREENS'];
  if (folder && isPictured(locale)) {
    await page.screenshot({ path: `${folder}/${locale}/${screen}.png`, fullPage: true });
    await writeFile(`${folder}/${locale}/${screen}.json`, JSON.stringify(await textsOnScreen(page)));
  }
  const read = await readScreen(page);
  isNamed(read, { locale, screen });
  expect.soft(read.misnamed, `fields that the summary of ${screen} in ${locale} calls otherwise`).toEqual([]);
  isInItsLanguage(read, { locale, screen });
  keepShown(locale, read.shown);
  if (isForAxe({ locale, screen })) {
    const findings = await findingsOfAxe(page);
    expect.soft(findings, `axe on ${screen} in ${locale}`).toEqual([]);
  }
  keepSeen(page, test.info());
}

/** A full run looks in all languages, of which the project keeps pictures in a few. */
function isPictured(locale: string): boolean {
  const locales = process.env['PUENTE_LOCALES'];
  return !locales || locales.split(',').includes(locale);
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
function isNamed({ title, headings, address, isProblem }: ReadScreen, { locale, screen }: Seen): void {
  expect.soft(headings, `the one h1 on ${screen}`).toHaveLength(1);
  const named = say(locale, isProblem ? 'meta.errorTitle' : 'meta.title', { page: headings[0] ?? '' });
  expect.soft(title, `the title of ${screen}`).toBe(named);
  // A page that answers a form straight away stands at the address of the route.
  if (address.startsWith('/api/')) return;
  const path = address.split('/').slice(2).join('/');
  // What is called as a page that isn't there is no page of its own; the one of no line stands where she wanted to be.
  if (!isPage(path) || headings[0] === say(locale, 'phone.offline.title')) return;
  const known = titles.get(`${locale} ${title}`);
  expect.soft(known ?? path, `the page that is called ${title}`).toBe(path);
  titles.set(`${locale} ${title}`, path);
}

/** `lang` and `dir` are right, and no sentence of the source stands on another language's screen. */
function isInItsLanguage({ lang, dir, written }: ReadScreen, { locale, screen }: Seen): void {
  const right = { lang: locale, dir: locale in localeFacts ? localeFacts[locale as 'en'].dir : 'ltr' };
  expect.soft({ lang, dir }, screen).toEqual(right);
  if (locale === 'en' || !isTranslatedLocale(locale)) return;
  const english = new Map(flatten(messagesOf('en')).map(([key, text]) => [text, key] as const));
  const leaks = written.flatMap((text) => {
    const key = english.get(text);
    return key && !sameInEnglish(locale, key) ? [`${key}: ${text}`] : [];
  });
  expect.soft(leaks, `English on ${screen} in ${locale}`).toEqual([]);
}
