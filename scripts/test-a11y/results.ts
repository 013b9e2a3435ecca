import { writeFileSync } from 'node:fs';
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

/** For the public statement (`content/README.md`): what the last whole run came to, on which day, of which version. */
export function keepResults(file: string, day: string, version: string, summary: Summary): void {
  const { screens, locales, variants, browser, looks, findings } = summary;
  const results = { on: day, version, screens, locales, variants, browser, looks, findings };
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}
