import type { Instant, LocalDay, LocalMinute } from './instant.ts';

const millisecondsPerDay = 86_400_000;
const millisecondsPerHour = 3_600_000;

/** Whether the text is a real day of the years 1 to 9999, as `YYYY-MM-DD`: 30 February is not. */
export function isLocalDay(text: string): text is LocalDay {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [, year, month, day] = match;
  return dayOf(Number(year), Number(month), Number(day)) === text;
}

/** Whether the text is a minute of a real day, as `YYYY-MM-DDTHH:MM`. Whether a clock ever shows it depends on the zone. */
export function isLocalMinute(text: string): text is LocalMinute {
  return /T([01]\d|2[0-3]):[0-5]\d$/.test(text) && text.length === 16 && isLocalDay(text.slice(0, 10));
}

/** The day of these numbers, or null where the calendar has none such (proleptic Gregorian, years 1 to 9999). */
export function dayOf(year: number, month: number, day: number): LocalDay | null {
  if (![year, month, day].every(Number.isInteger)) return null;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDay;
}

/** The day `count` days later, or earlier below zero. `addDays('2027-02-28', 1)` is `2027-03-01`. */
export function addDays(day: LocalDay, count: number): LocalDay {
  return new Date(Date.parse(`${day}T00:00Z`) + count * millisecondsPerDay).toISOString().slice(0, 10) as LocalDay;
}

/** Days from `first` to `last`; below zero where `last` is earlier. */
export function daysBetween(first: LocalDay, last: LocalDay): number {
  return (Date.parse(`${last}T00:00Z`) - Date.parse(`${first}T00:00Z`)) / millisecondsPerDay;
}

/** The minute of that day at `time`, written `HH:MM`. */
export function minuteOf(day: LocalDay, time: string): LocalMinute {
  return `${day}T${time}` as LocalMinute;
}

/** The day of a slot or another local minute. */
export function dayOfMinute(minute: LocalMinute): LocalDay {
  return minute.slice(0, 10) as LocalDay;
}

/** Elapsed hours, not hours of a clock on the wall: 23 hours stay 23 hours in a night of daylight saving. */
export function addHours(instant: Instant, hours: number): Instant {
  return (instant + hours * millisecondsPerHour) as Instant;
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
