import type { Instant, LocalDay, LocalMinute, TimeZone } from '#core/time/instant.ts';
import { fieldsIn } from '#core/time/zone.ts';
import {
  type CalendarWords,
  clockFields,
  formatDate,
  formatDateTime,
  formatDay,
  formatList,
  formatMinute,
  formatNumber,
  formatTime,
  monthNames,
  weekdayName,
} from './words.ts';

/** One language's files below `locales/<tag>/words/`. The order of countries and languages is that of a drop-down. */
export type WordsData = {
  readonly calendar: CalendarWords;
  /** ISO 3166-1 alpha-2 → name, and `XX` for no state */
  readonly countries: Readonly<Record<string, string>>;
  /** A code of `core/language/spoken.ts` → name */
  readonly languages: Readonly<Record<string, string>>;
  /** A code of `core/language/us-states.ts` → name */
  readonly states: Readonly<Record<string, string>>;
};

export type Choice = { readonly value: string; readonly name: string };

/** The words of one language, ready for use; screens and messages share it. */
export type Wording = ReturnType<typeof wordingOf>;

export function wordingOf({ calendar, countries, languages, states }: WordsData) {
  return {
    /** `Tuesday, March 9, 2027` */
    day: (day: LocalDay) => formatDay(day, calendar),
    /** `March 9, 2027` */
    date: (day: LocalDay) => formatDate(day, calendar),
    /** What the clocks in `zone` show: `1:05 PM` */
    time: (instant: Instant, zone: TimeZone) => formatTime(fieldsIn(instant, zone), calendar),
    /** `Tuesday, March 9, 2027 at 1:05 PM` */
    dateTime: (instant: Instant, zone: TimeZone) => formatDateTime(fieldsIn(instant, zone), calendar),
    /** A slot, in its port's own zone. */
    slot: (minute: LocalMinute) => formatMinute(minute, calendar),
    slotTime: (minute: LocalMinute) => formatTime(clockFields(minute), calendar),
    weekday: (day: LocalDay) => weekdayName(day, calendar),
    list: (items: readonly string[]) => formatList(items, calendar),
    number: (value: number) => formatNumber(value, calendar),
    country: (code: string) => nameOf(countries, code, 'country'),
    language: (code: string) => nameOf(languages, code, 'language'),
    /** With its two letters, as letters and envelopes have it: `Texas (TX)` */
    usState: (code: string) => `${nameOf(states, code, 'state')} (${code})`,
    months: (): readonly Choice[] => monthNames(calendar).map((name, index) => ({ value: String(index + 1), name })),
    /** All of `citizenshipCodes`, to have none at the end: narrow it by `isCountry` or `isCitizenship`. */
    countries: () => choices(countries),
    languages: () => choices(languages),
    usStates: () => choices(states).map(({ value, name }) => ({ value, name: `${name} (${value})` })),
  } as const;
}

function choices(names: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(names).map(([value, name]) => ({ value, name }));
}

function nameOf(names: Readonly<Record<string, string>>, code: string, what: string): string {
  const found = names[code];
  if (found === undefined) throw new RangeError(`no name for the ${what} ${code}: run npm run catalogs:check`);
  return found;
}
