import { type Locale, pseudoLocales, type TranslatedLocale, translatedLocales } from './locales.ts';
import tags from './published.json' with { type: 'json' };

const published: ReadonlySet<string> = new Set(tags);

/** The languages that people are shown: complete and without a flaw when the build looked (`npm run build`). */
export const publishedLocales: readonly TranslatedLocale[] = translatedLocales.filter((tag) => published.has(tag));

/** These and the languages nobody speaks: what the pages are built in. */
export const builtLocales: readonly Locale[] = [...publishedLocales, ...pseudoLocales];

export function isBuilt(text: string): text is Locale {
  return builtLocales.some((locale) => locale === text);
}
