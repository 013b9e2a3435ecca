import { cache } from 'react';
import type { Locale } from '#core/language/locales.ts';
import { type Wording, type WordsData, wordingOf } from '#core/language/wording.ts';
import type { CalendarWords } from '#core/language/words.ts';

type Names = Readonly<Record<string, string>>;

/** Dates, times, lists, names of countries and languages in this language: `(await getWords(locale)).dateTime(at, zone)`. */
export const getWords = cache(async (locale: Locale): Promise<Wording> => wordingOf(await loadWords(locale)));

/** The calendar alone, for a client component to format by `core/language/words.ts`. */
export async function getCalendarWords(locale: Locale): Promise<CalendarWords> {
  const file = (await import(`../../locales/${locale}/words/calendar.json`)) as { readonly default: CalendarWords };
  return file.default;
}

async function loadWords(locale: Locale): Promise<WordsData> {
  const [calendar, countries, languages, states] = await Promise.all([
    getCalendarWords(locale),
    import(`../../locales/${locale}/words/countries.json`) as Promise<{ readonly default: Names }>,
    import(`../../locales/${locale}/words/languages.json`) as Promise<{ readonly default: Names }>,
    import(`../../locales/${locale}/words/states.json`) as Promise<{ readonly default: Names }>,
  ]);
  return { calendar, countries: countries.default, languages: languages.default, states: states.default };
}
