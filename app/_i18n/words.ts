import { cache } from 'react';
import type { Locale } from '#core/language/locales.ts';
import { type Wording, type WordsData, wordingOf } from '#core/language/wording.ts';
import type { CalendarWords } from '#core/language/words.ts';
import { wordFiles } from './published-files.ts';

/** Dates, times, lists, names of countries and languages in this language: `(await getWords(locale)).dateTime(at, zone)`. */
export const getWords = cache(async (locale: Locale): Promise<Wording> => wordingOf(await loadWords(locale)));

/** The calendar alone, for a client component to format by `core/language/words.ts`. */
export async function getCalendarWords(locale: Locale): Promise<CalendarWords> {
  return (await load(locale, 'calendar')) as CalendarWords;
}

async function loadWords(locale: Locale): Promise<WordsData> {
  const names = ['calendar', 'countries', 'languages', 'states'];
  const files = await Promise.all(names.map(async (name) => [name, await load(locale, name)] as const));
  // The check of the catalogs proves that each language has these words.
  return Object.fromEntries(files) as WordsData;
}

async function load(locale: Locale, name: string): Promise<unknown> {
  const file = await wordFiles[locale]?.(name);
  if (!file) throw new Error(`${locale} is not published: run npm run build`);
  return file.default;
}
