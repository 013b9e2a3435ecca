import type { LocalDay, LocalMinute } from '#core/time/instant.ts';

/**
 * The project's own words of dates, times, lists and numbers: `Intl` knows no Haitian Creole and falls back to the
 * language of the device or the server. The functions here take the words of one language, read from
 * `locales/<tag>/words/calendar.json`; in its patterns `[month]` and the like stand where a part goes.
 */
export type CalendarWords = {
  /** `1` to `12`, standing alone, as in a drop-down. */
  readonly months: Readonly<Record<string, string>>;
  /** `1` to `12` as in a date: Russian has another form there. */
  readonly monthsInDates: Readonly<Record<string, string>>;
  /** `1` (Monday) to `7` as in ISO 8601. */
  readonly weekdays: Readonly<Record<string, string>>;
  /** `pm` goes on to midnight where there is no `evening`, which begins at six. `noon` and `midnight` stand alone. */
  readonly periods: {
    readonly am: string;
    readonly pm: string;
    readonly evening?: string;
    readonly noon?: string;
    readonly midnight?: string;
  };
  readonly date: string;
  readonly dateWithWeekday: string;
  readonly time: string;
  readonly dateAndTime: string;
  readonly list: {
    readonly two: string;
    readonly middle: string;
    readonly end: string;
    /** Spanish `y` becomes `e` where an i-sound follows: `Laredo e Hidalgo`. */
    readonly twoBeforeI?: string;
    readonly endBeforeI?: string;
  };
  readonly number: { readonly group: string; readonly decimal: string };
};

const eveningBegins = 18;

/** What a clock shows; `core/time/zone.ts` gives it for an instant and a zone. */
export type ClockFields = { readonly hour: number; readonly minute: number };
export type DateFields = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
};

/** `Tuesday, March 9, 2027` */
export function formatDay(day: LocalDay, words: CalendarWords): string {
  return fillDate(words.dateWithWeekday, dateFields(day), words);
}

/** Without the weekday, as for a birthday: `March 9, 2027` */
export function formatDate(day: LocalDay, words: CalendarWords): string {
  return fillDate(words.date, dateFields(day), words);
}

/**
 * `1:05 PM`, or `13:05` where the language counts to 24. Noon and midnight have a word where `12:00` could be either,
 * and there the hour after midnight is counted from 0: `12:30` “in the morning” is easily read as half past midday.
 */
export function formatTime(clock: ClockFields, words: CalendarWords): string {
  const alone = clock.minute === 0 ? { 0: words.periods.midnight, 12: words.periods.noon }[clock.hour] : undefined;
  if (alone !== undefined) return alone;
  return fill(words.time, {
    hour12: String(clock.hour === 0 && words.periods.midnight ? 0 : clock.hour % 12 || 12),
    hour24: twoDigits(clock.hour),
    minute: twoDigits(clock.minute),
    period: periodOf(clock.hour, words),
  });
}

/** `Tuesday, March 9, 2027 at 1:05 PM` */
export function formatDateTime(fields: DateFields & ClockFields, words: CalendarWords): string {
  const date = fillDate(words.dateWithWeekday, fields, words);
  return fill(words.dateAndTime, { date, time: formatTime(fields, words) });
}

/** The same of a slot, which is a minute of its port's own zone. */
export function formatMinute(minute: LocalMinute, words: CalendarWords): string {
  return formatDateTime({ ...dateFields(minute.slice(0, 10) as LocalDay), ...clockFields(minute) }, words);
}

/** Hour and minute of a slot. */
export function clockFields(minute: LocalMinute): ClockFields {
  return { hour: Number(minute.slice(11, 13)), minute: Number(minute.slice(14, 16)) };
}

export function weekdayName(day: LocalDay, words: CalendarWords): string {
  return word(words.weekdays, dateFields(day).weekday);
}

/** January to December, in order, for a drop-down. */
export function monthNames(words: CalendarWords): readonly string[] {
  return Array.from({ length: 12 }, (_, index) => word(words.months, index + 1));
}

/** `Calexico, Laredo, and Nogales`; nothing for no items. */
export function formatList(items: readonly string[], words: CalendarWords): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const { list } = words;
  const softly = /^h?i(?![aeo])/i.test(last);
  const two = (softly && list.twoBeforeI) || list.two;
  const end = (softly && list.endBeforeI) || list.end;
  const before = items.slice(0, -1).reduce((first, next) => fill(list.middle, { first, last: next }));
  return fill(items.length === 2 ? two : end, { first: before, last });
}

/** A number in groups of three digits: `14,500`; with the decimals that it has: `1.6`. For `countText` beside `count`. */
export function formatNumber(value: number, { number }: CalendarWords): string {
  const [whole = '', decimals] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, number.group);
  return decimals === undefined ? grouped : `${grouped}${number.decimal}${decimals}`;
}

export type DurationParts = {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
};

/** Elapsed time cut into whole parts, for a message with plurals; nothing below zero. */
export function durationParts(milliseconds: number): DurationParts {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  };
}

function periodOf(hour: number, { periods }: CalendarWords): string {
  if (hour < 12) return periods.am;
  return hour < eveningBegins ? periods.pm : (periods.evening ?? periods.pm);
}

function dateFields(day: LocalDay): DateFields {
  const weekday = new Date(Date.parse(`${day}T00:00Z`)).getUTCDay() || 7;
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)), weekday };
}

function fillDate(pattern: string, fields: DateFields, words: CalendarWords): string {
  return fill(pattern, {
    weekday: word(words.weekdays, fields.weekday),
    day: String(fields.day),
    day2: twoDigits(fields.day),
    month: word(words.monthsInDates, fields.month),
    monthNumber: String(fields.month),
    year: String(fields.year),
  });
}

/** One pass, so that a filled-in part is never read as a pattern itself. */
function fill(pattern: string, parts: Readonly<Record<string, string>>): string {
  return pattern.replace(/\[(\w+)\]/g, (whole, name: string) => parts[name] ?? whole);
}

function word(list: Readonly<Record<string, string>>, number: number): string {
  const found = list[String(number)];
  if (found === undefined) throw new RangeError(`no word for number ${number} in the calendar words`);
  return found;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
