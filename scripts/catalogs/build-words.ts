import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { citizenshipCodes } from '#core/language/countries.ts';
import { type TranslatedLocale, translatedLocales } from '#core/language/locales.ts';
import { spokenLanguageCodes } from '#core/language/spoken.ts';
import { usStateCodes } from '#core/language/us-states.ts';
import { type CldrChain, cldrCalendar, cldrNames } from './cldr.ts';
import { inDisplayOrder, type Names } from './words-order.ts';

/** Haitian Creole isn't here: CLDR gives it French words, so its files are written by hand and only put in order. */
const chains: Readonly<Partial<Record<TranslatedLocale, CldrChain>>> = {
  en: ['en'],
  es: ['es-419', 'es'],
  ru: ['ru'],
  'pt-BR': ['pt'],
  fr: ['fr'],
  'zh-Hans': ['zh'],
  uk: ['uk'],
  hy: ['hy'],
  ky: ['ky'],
  'uz-Latn': ['uz'],
  tg: ['tg'],
  ar: ['ar'],
  tr: ['tr'],
};

const names = z.record(z.string(), z.string());
/** The calendar has patterns beside lists of names. */
const byHand = z.object({
  calendar: z.record(z.string(), z.union([z.string(), names])),
  countries: names,
  languages: names,
  states: names,
});

/** The files of `locales/<tag>/words/` as they should be, by path below the root. What is written by hand wins over CLDR. */
export function builtWords(root: string): ReadonlyMap<string, string> {
  return new Map(translatedLocales.flatMap((locale) => filesOf(root, locale)));
}

function filesOf(root: string, locale: TranslatedLocale): readonly (readonly [string, string])[] {
  const folder = `locales/${locale}/words`;
  const chain = chains[locale];
  if (!chain) {
    return ['countries', 'languages', 'states'].flatMap((name) => {
      const file = `${folder}/${name}.json`;
      if (!existsSync(join(root, file))) return [];
      return [[file, written(inDisplayOrder(names.parse(readJson(root, file)), locale))] as const];
    });
  }
  // A language that has just begun has no words yet.
  if (!existsSync(join(root, `${folder}/by-hand.json`))) return [];
  const own = byHand.parse(readJson(root, `${folder}/by-hand.json`));
  const languages = { ...mapped(cldrNames(chain, 'languages'), capitalized), ...own.languages };
  const countries = { ...cldrNames(chain, 'territories'), ...own.countries };
  return [
    [`${folder}/calendar.json`, written({ ...calendarOf(chain), ...own.calendar })],
    [`${folder}/countries.json`, written(inDisplayOrder(chosen(countries, citizenshipCodes), locale))],
    [`${folder}/languages.json`, written(inDisplayOrder(chosen(languages, spokenLanguageCodes), locale))],
    // CLDR's JSON has no names of subdivisions.
    [`${folder}/states.json`, written(inDisplayOrder(chosen(own.states, usStateCodes), locale))],
  ];
}

function calendarOf(chain: CldrChain): Readonly<Record<string, unknown>> {
  const calendar = cldrCalendar(chain);
  const { am = '', pm = '' } = calendar.dayPeriods.format.abbreviated;
  const days = calendar.days.format.wide;
  return {
    months: calendar.months['stand-alone'].wide,
    monthsInDates: calendar.months.format.wide,
    weekdays: Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day, index) => [index + 1, days[day]]),
    ),
    periods: { am: plainSpaces(am), pm: plainSpaces(pm) },
    date: ownPattern(calendar.dateFormats.long),
    dateWithWeekday: ownPattern(calendar.dateFormats.full),
    time: keptTogether(ownPattern(calendar.timeFormats.short)),
    dateAndTime: keptTogether(ownPattern(calendar['dateTimeFormats-atTime'].standard.full)),
  };
}

const fields: Readonly<Record<string, string>> = {
  EEEE: 'weekday',
  MMMM: 'month',
  M: 'monthNumber',
  d: 'day',
  dd: 'day2',
  y: 'year',
  h: 'hour12',
  HH: 'hour24',
  mm: 'minute',
  a: 'period',
  '{1}': 'date',
  '{0}': 'time',
};

/** `EEEE, d 'de' MMMM` → `[weekday], [day] de [month]` (UTS 35, Date Field Symbol Table). */
function ownPattern(pattern: string): string {
  return plainSpaces(pattern).replace(
    /'([^']*)'|([A-Za-z]+|\{\d\})/g,
    (_whole, quoted: string | undefined, field: string) => {
      if (quoted !== undefined) return quoted;
      const name = fields[field];
      if (!name)
        throw new Error(`expected one of ${Object.keys(fields).join(' ')}, found ${field} in the pattern ${pattern}`);
      return `[${name}]`;
    },
  );
}

/** No line ends between a time and the word before it, or between the time and its half of the day. */
function keptTogether(pattern: string): string {
  return pattern.replace(/ (?=\[(?:time|period)\])/g, '\u00A0');
}

/** CLDR's narrow no-break space is a box on old phones; the ordinary one is in every font. */
function plainSpaces(text: string): string {
  return text.replaceAll('\u202F', '\u00A0');
}

/** Names stand alone in a drop-down, where Spanish, Portuguese and Russian write a capital as well. */
function capitalized(name: string): string {
  return name.charAt(0).toLocaleUpperCase('en') + name.slice(1);
}

function chosen(all: Names, codes: readonly string[]): Names {
  return Object.fromEntries(codes.flatMap((code) => (all[code] === undefined ? [] : [[code, all[code]] as const])));
}

function mapped(all: Names, change: (name: string) => string): Names {
  return Object.fromEntries(Object.entries(all).map(([code, name]) => [code, change(name)]));
}

function readJson(root: string, file: string): unknown {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}

function written(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
