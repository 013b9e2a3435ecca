import { expect, type Page } from '@playwright/test';
import { launchLocales, type PseudoLocale, pseudoLocales } from '#core/language/locales.ts';
import { builtLocales } from '#core/language/published.ts';
import { look } from './look.ts';
import { say } from './words.ts';

/** Those that pictures are made in: `npm run screens`. */
const pictured = process.env['PUENTE_LOCALES']?.split(',');

/** Those that a tester asked for (`npm run test:a11y`): each state in all of them, whichever other test sees it too. */
const tested = process.env['PUENTE_A11Y'] ? pictured : undefined;

/** All that are built in `npm run test:full`, those of the pictures where they are made, else these. */
function allOr(few: readonly string[]): readonly string[] {
  return process.env['PUENTE_FULL'] === '1' ? builtLocales : (pictured ?? few);
}

/** For what many tests go past: one language each time. */
export const oneOrAll = allOr(['ht']);

/**
 * For states that other tests see in the launch languages: the mirrored page is left, and in `npm run test:full` that of
 * words half as long again, which the long ones of Russian stand for each time.
 */
export const pseudo: readonly PseudoLocale[] = process.env['PUENTE_FULL'] === '1' ? pseudoLocales : ['ar-XB'];

/** Each screen and state: the languages of launch each time, those shown beside them in `npm run test:full`. */
const usual = allOr([...launchLocales, ...pseudo]);

/** The same for what is seen in Haitian Creole elsewhere each time: then the mirrored page is looked at. */
export const mirroredOrAll = allOr(['ar-XB']);

/** How long a test may take that looks at many screens in many languages, in milliseconds. */
export const manyScreens = process.env['PUENTE_FULL'] === '1' || tested ? 2_400_000 : 900_000;

export type State = {
  /** Path below the locale. */
  readonly path: string;
  readonly screen: string;
  /** Message of the page's heading; left out for long texts, which bring their own. */
  readonly heading?: string;
  /** Message that only this state shows. */
  readonly shows?: string;
  readonly in?: readonly string[];
  /** What has to be done on the page before it is looked at. */
  readonly act?: (locale: string) => Promise<void>;
};

/** Looks at one state of one session in each language: the same page, with another language in its address. */
export function everyLanguage(
  page: Page,
  address: string,
  inLocales: readonly string[] = usual,
): (state: State) => Promise<void> {
  return async (state) => {
    for (const locale of tested ?? state.in ?? inLocales) {
      await page.goto(`${address}/${locale}${state.path === '' ? '' : `/${state.path}`}`);
      await state.act?.(locale);
      const main = page.getByRole('main');
      if (state.heading) await expect(main.getByRole('heading', { level: 1 })).toHaveText(say(locale, state.heading));
      if (state.shows) await expect(main.getByText(say(locale, state.shows), { exact: true }).first()).toBeVisible();
      await look(page, { locale, screen: state.screen });
    }
  };
}
