import { pseudoLocales } from '#core/language/locales.ts';
import type { LookedScreen } from './looked.ts';
import type { Asked } from './options.ts';
import type { Variant } from './variants.ts';

export type Summary = {
  /** Screens and states, each once in however many languages. */
  readonly screens: number;
  readonly locales: readonly string[];
  readonly variants: readonly Variant[];
  readonly browser: string;
  readonly looks: number;
  readonly findings: number;
  /** What axe can't tell. */
  readonly undecided: number;
  /** Asked for, and no walk came there in this language. */
  readonly unreached: readonly { readonly screen: string; readonly locale: string }[];
  /** Languages in which a walk broke off. */
  readonly failed: readonly string[];
};

export function summaryOf(looked: readonly LookedScreen[], asked: Asked, failed: readonly string[]): Summary {
  const seen = new Set(looked.map(({ locale, screen }) => `${locale} ${screen}`));
  const looks = looked.flatMap((one) => one.looks).filter(({ left }) => left === undefined);
  return {
    screens: new Set(looked.map(({ screen }) => screen)).size,
    locales: asked.locales,
    variants: asked.variants,
    browser: asked.browser,
    looks: looks.length,
    findings: looks.reduce((sum, { findings }) => sum + findings.length, 0),
    undecided: looks.reduce((sum, { undecided }) => sum + undecided.length, 0),
    unreached: asked.locales.flatMap((locale) =>
      asked.states.filter(({ name }) => !seen.has(`${locale} ${name}`)).map(({ name }) => ({ screen: name, locale })),
    ),
    failed,
  };
}

/** What people are told below the accessibility statement. `on`: a day such as 2027-03-10, as the machine has it. */
export function resultsOf(summary: Summary, { on, version }: { readonly on: string; readonly version: string }) {
  const { screens, locales, variants, browser, looks, findings, undecided } = summary;
  const reader = locales.filter((locale) => !isPseudo(locale));
  return { on, version, screens, locales: reader, variants, browser, looks, findings, undecided };
}

function isPseudo(locale: string): boolean {
  return pseudoLocales.some((pseudo) => pseudo === locale);
}
