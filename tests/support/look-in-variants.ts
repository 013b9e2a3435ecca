import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Looked, type LookedScreen, nameOf } from '../../scripts/test-a11y/looked.ts';
import { isVariant, type Variant } from '../../scripts/test-a11y/variants.ts';
import { type OwnFinding, whatAxeFinds } from './found.ts';
import { tooSmall, tooWide } from './layout.ts';
import { twinOf } from './twin.ts';
import { findingsOfFocus, findingsOfKeyboard, findingsOfMotion, nameOfFocus } from './ways.ts';

/** What `npm run test:a11y` asked for: a folder, names of screens, languages and variants. */
const folder = process.env['PUENTE_A11Y'];
const screens = new Set(process.env['PUENTE_A11Y_SCREENS']?.split(','));
const locales = new Set(process.env['PUENTE_LOCALES']?.split(','));
const asked = (process.env['PUENTE_A11Y_VARIANTS'] ?? '').split(',').filter(isVariant);

/** Whether this run is the testers' own: then each look is one of theirs, or none. */
export const isForTesters = folder !== undefined;

type Seen = Pick<LookedScreen, 'locale' | 'screen'>;

/**
 * Looks at a screen that was asked for, in each variant that was asked for, and writes down what was found: once a language,
 * and also in those that this test does not speak, where the state is one that the server keeps.
 */
export async function lookInVariants(page: Page, seen: Seen): Promise<void> {
  if (!folder || !screens.has(seen.screen)) return;
  for (const locale of locales) {
    const here = { ...seen, locale };
    if (existsSync(join(folder, 'claimed', nameOf(here)))) continue;
    const twin = locale === seen.locale ? page : await twinOf(page, { from: seen.locale, to: locale });
    if (!twin) continue;
    await lookOnce(twin, here, folder);
    if (twin !== page) await twin.close();
  }
}

async function lookOnce(page: Page, seen: Seen, folder: string): Promise<void> {
  const name = nameOf(seen);
  // Whichever worker comes first.
  if (mkdirSync(join(folder, 'claimed', name), { recursive: true }) === undefined) return;
  const { pathname, search } = new URL(page.url());
  const focus = await nameOfFocus(page);
  const whole: Omit<LookedScreen, 'looks'> = {
    ...seen,
    path: `${pathname}${search}`,
    title: await page.title(),
    focus,
    tree: await page.locator('body').ariaSnapshot(),
  };
  const looks: Looked[] = [];
  for (const variant of asked)
    looks.push(await lookIn(page, variant, { folder, name: `pictures/${name}.${variant}.jpg` }));
  mkdirSync(join(folder, 'looks'), { recursive: true });
  writeFileSync(join(folder, 'looks', `${name}.json`), JSON.stringify({ ...whole, looks }));
}

/** What is found on a page in one variant; it is left as it was. `picture`: below the folder of the report. */
export async function lookIn(page: Page, variant: Variant, picture: Picture): Promise<Looked> {
  const left = await whyNot(page, variant);
  if (left) return { variant, findings: [], undecided: [], left };
  if (variant === 'no-script') return withoutScripts(page, (twin) => judge(twin, variant, picture));
  const before = page.viewportSize();
  const held = await page.evaluateHandle(() => document.activeElement);
  await enter[variant]?.(page);
  const looked = await judge(page, variant, picture);
  await page.emulateMedia({ forcedColors: null, colorScheme: null, reducedMotion: null, contrast: null });
  await page.evaluate(leave);
  if (before) await page.setViewportSize(before);
  await held.evaluate((element) => {
    const now = document.activeElement;
    if (element === document.body && now instanceof HTMLElement) now.blur();
    else if (element instanceof HTMLElement && element !== now) element.focus();
  });
  return looked;
}

type Picture = { readonly folder: string; readonly name: string };

const enter: Partial<Readonly<Record<Variant, (page: Page) => Promise<unknown>>>> = {
  'text-200': async (page) => {
    await page.setViewportSize({ width: 640, height: 1280 });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  },
  'text-spacing': (page) =>
    page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-block-end: 2em !important }`);
      document.adoptedStyleSheets = [sheet];
    }),
  'zoom-400': (page) => page.setViewportSize({ width: 320, height: 256 }),
  'right-to-left': (page) =>
    page.evaluate(() => {
      const { documentElement: root } = document;
      root.dataset['dirBefore'] = root.dir;
      root.dir = 'rtl';
    }),
  'forced-colours': (page) => page.emulateMedia({ forcedColors: 'active' }),
  'high-contrast': (page) => page.emulateMedia({ contrast: 'more' }),
  dark: (page) => page.emulateMedia({ colorScheme: 'dark' }),
  'reduced-motion': (page) => page.emulateMedia({ reducedMotion: 'reduce' }),
};

/** In the browser. */
function leave(): void {
  const { documentElement: root } = document;
  root.style.removeProperty('font-size');
  document.adoptedStyleSheets = [];
  if (root.dataset['dirBefore'] !== undefined) root.dir = root.dataset['dirBefore'];
  delete root.dataset['dirBefore'];
}

/** A variant that this state hasn't got, in words for the report. */
async function whyNot(page: Page, variant: Variant): Promise<string | undefined> {
  if (variant === 'as-is') return undefined;
  const { isPrint, hasScripts, dir } = await page.evaluate(() => ({
    isPrint: matchMedia('print').matches,
    hasScripts: matchMedia('(scripting: enabled)').matches,
    dir: document.documentElement.dir,
  }));
  if (isPrint) return 'This is what a printer gets.';
  if (variant === 'right-to-left' && dir === 'rtl') return 'It is mirrored as it is.';
  if (variant !== 'no-script') return undefined;
  if (!hasScripts) return 'It is without scripts as it is.';
  return page.url().includes('/api/') ? 'It answers a form, and has no address to load.' : undefined;
}

async function judge(page: Page, variant: Variant, picture: Picture): Promise<Looked> {
  const own: OwnFinding[] = [
    { rule: 'reflow', where: await tooWide(page) },
    { rule: 'target-size', where: variant === 'as-is' || variant === 'no-script' ? await tooSmall(page) : [] },
    { rule: 'focus-at-problem', where: variant === 'as-is' ? await findingsOfFocus(page) : [] },
    { rule: 'motion', where: variant === 'reduced-motion' ? await findingsOfMotion(page) : [] },
    ...(variant === 'keyboard' ? await findingsOfKeyboard(page) : []),
  ];
  const { findings, undecided } = await whatAxeFinds(page, own);
  await page.screenshot({ path: join(picture.folder, picture.name), fullPage: true, type: 'jpeg', quality: 60 });
  return { variant, picture: picture.name, findings, undecided };
}

/** The same session and address in a browser without scripts. What a form led to waits in the session: it is there, too. */
async function withoutScripts(page: Page, look: (twin: Page) => Promise<Looked>): Promise<Looked> {
  const browser = page.context().browser();
  if (!browser) throw new Error('expected a page of a browser');
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
    viewport: page.viewportSize(),
  });
  try {
    const twin = await context.newPage();
    await twin.goto(page.url());
    return await look(twin);
  } finally {
    await context.close();
  }
}
