import { citizenshipCodes } from '#core/language/countries.ts';
import { isLaunchLocale, type TranslatedLocale } from '#core/language/locales.ts';
import { spokenLanguageCodes } from '#core/language/spoken.ts';
import { usStateCodes } from '#core/language/us-states.ts';
import type { Told } from '../finding.ts';
import type { Rule } from '../rule.ts';
import type { CatalogFile } from '../tree.ts';

const months = Array.from({ length: 12 }, (_, index) => String(index + 1));
const weekdays = months.slice(0, 7);

/** What every language needs, by file. */
export const wordsNeeded: Readonly<Record<string, readonly string[]>> = {
  calendar: [
    ...months.map((month) => `months.${month}`),
    ...months.map((month) => `monthsInDates.${month}`),
    ...weekdays.map((day) => `weekdays.${day}`),
    ...['periods.am', 'periods.pm', 'date', 'dateWithWeekday', 'time', 'dateAndTime'],
    ...['list.two', 'list.middle', 'list.end', 'number.group', 'number.decimal'],
  ],
  countries: citizenshipCodes,
  languages: spokenLanguageCodes,
  states: usStateCodes,
};
const optional = new Set(['list.twoBeforeI', 'list.endBeforeI', 'periods.evening', 'periods.noon', 'periods.midnight']);

export const wordsComplete: Rule = {
  name: 'words-complete',
  why: 'A date could not be written, or a country not be chosen, in this language.',
  look: ({ words, locales }) =>
    locales.flatMap((locale) =>
      Object.entries(wordsNeeded).flatMap(([area, keys]) => {
        const file = words.find((candidate) => candidate.locale === locale && candidate.area === area);
        // What another language lacks is counted by `candidate`.
        if (!file && !isLaunchLocale(locale)) return [];
        return file?.flaws.some(({ kind }) => kind === 'syntax') ? [] : toldOf({ locale, area, keys }, file);
      }),
    ),
};

type Wanted = { readonly locale: TranslatedLocale; readonly area: string; readonly keys: readonly string[] };

function toldOf({ locale, area, keys }: Wanted, file: CatalogFile | undefined): readonly Told[] {
  const path = `locales/${locale}/words/${area}.json`;
  const found = new Map(file?.entries.map((entry) => [entry.key, entry]));
  const missing = keys.filter((key) => !found.has(key));
  const strange = [...found.values()].filter(({ key }) => !keys.includes(key) && !optional.has(key));
  return [
    ...missing.map((key) => ({
      file: path,
      line: 1,
      key,
      message: `No word in ${locale}.`,
      expected: key,
      found: '',
      fix: fixFor(locale),
    })),
    ...strange.map(({ key, line, value }) => ({
      file: path,
      line,
      key,
      message: 'Nothing has this code.',
      expected: 'a code of core/language',
      found: value,
    })),
  ];
}

function fixFor(locale: TranslatedLocale): string {
  return locale === 'ht'
    ? 'Write it in this file, then npm run catalogs:words.'
    : 'npm run catalogs:words; what CLDR lacks goes into by-hand.json.';
}
