import { sourceLocale, type TranslatedLocale, translatedLocales } from '#core/language/locales.ts';
import { isDone } from '../../catalogs/exchange/unit.ts';
import { bareUnitsOf } from '../../catalogs/exchange/units.ts';
import { wordsNeeded } from '../../catalogs/rules/words-complete.ts';
import { areasOfTwo, isPageOfTwo } from '../../catalogs/status.ts';
import type { Tree } from '../../catalogs/tree.ts';

export const coverageKinds = ['screens', 'errors', 'menus', 'terms', 'pages'] as const;
export type CoverageKind = (typeof coverageKinds)[number];

/** `there`: it has a text made from the English of now; `read`: somebody who knows both languages has said so. */
export type Cover = { readonly of: number; readonly there: number; readonly read: number };
export type Coverage = {
  readonly locale: TranslatedLocale;
  /** Of those who registered, in per cent; undefined where nobody counted the language by itself. */
  readonly share: number | undefined;
  readonly kinds: Readonly<Record<CoverageKind, Cover>>;
};

/**
 * Primary language of the 113,239 people who registered in the first 20 days of the predecessor (table 1 of the report
 * on its languages). Another 5,631 had other languages, which were not counted one by one.
 */
const registrants = { es: 65_352, ht: 26_429, ru: 15_051, en: 776 } as const;
export const allRegistrants = 113_239;

/** How complete each language is, those of most people first. */
export function coverageOf(tree: Tree): readonly Coverage[] {
  const counted: Readonly<Record<string, number>> = registrants;
  return translatedLocales
    .map((locale) => ({ locale, share: shareOf(counted[locale]), kinds: kindsOf(tree, locale) }))
    .sort((one, other) => (other.share ?? 0) - (one.share ?? 0));
}

/** Of those who registered, how many (in per cent) have all of a kind in their language; the languages not counted are nobody's. */
export function reachOf(
  all: readonly Coverage[],
  kind: CoverageKind,
): { readonly there: number; readonly read: number } {
  const sum = (part: 'there' | 'read') =>
    all.reduce((total, { share = 0, kinds }) => total + (share * kinds[kind][part]) / Math.max(1, kinds[kind].of), 0);
  return { there: rounded(sum('there')), read: rounded(sum('read')) };
}

function shareOf(count: number | undefined): number | undefined {
  return count === undefined ? undefined : rounded((100 * count) / allRegistrants);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

function kindsOf(tree: Tree, locale: TranslatedLocale): Readonly<Record<CoverageKind, Cover>> {
  const texts = locale === sourceLocale ? sourceTexts(tree) : textsOf(tree, locale);
  const cover = (kind: CoverageKind): Cover => {
    const own = texts.filter((text) => text.kind === kind);
    return {
      of: own.length,
      there: own.filter(({ isThere }) => isThere).length,
      read: own.filter(({ isRead }) => isRead).length,
    };
  };
  return {
    screens: cover('screens'),
    errors: cover('errors'),
    menus: menus(tree, locale),
    terms: cover('terms'),
    pages: cover('pages'),
  };
}

type Text = { readonly kind: CoverageKind; readonly isThere: boolean; readonly isRead: boolean };

function textsOf(tree: Tree, locale: string): readonly Text[] {
  return bareUnitsOf(tree, locale).map(({ key, state }) => ({
    kind: kindOf(key),
    isThere: state !== 'missing' && state !== 'stale',
    isRead: isDone(state),
  }));
}

/** The English is there by definition, and read by those who write it. */
function sourceTexts(tree: Tree): readonly Text[] {
  return bareUnitsOf(tree, translatedLocales.find((locale) => locale !== sourceLocale) ?? sourceLocale).map(
    ({ key }) => ({
      kind: kindOf(key),
      isThere: true,
      isRead: true,
    }),
  );
}

function kindOf(key: string): CoverageKind {
  const page = /^page:([^.]+)\./.exec(key)?.[1];
  if (page !== undefined) return isPageOfTwo(page) ? 'terms' : 'pages';
  return areasOfTwo.includes(key.split('.')[0] ?? '') ? 'errors' : 'screens';
}

const menuKeys = Object.entries(wordsNeeded).flatMap(([area, keys]) => keys.map((key) => `${area}.${key}`));

/** Words of drop-downs and calendars come from Unicode's collection or by hand, and have no states: nobody signs them. */
function menus({ words }: Tree, locale: string): Cover {
  const files = words.filter((file) => file.locale === locale);
  const own = new Set(files.flatMap(({ area, entries }) => entries.map(({ key }) => `${area}.${key}`)));
  return { of: menuKeys.length, there: menuKeys.filter((key) => own.has(key)).length, read: 0 };
}
