/**
 * The one wrapper of the time-zone library, for numeric fields only: words of dates come from the catalogs, since `Intl`
 * falls back to the device's language for half of ours. The polyfill's function API is used rather than its classes: a
 * third of the weight on the phone, and the same code everywhere, also where the browser has a Temporal of its own.
 */
import { fromEpochMilliseconds, toZonedDateTimeISO } from 'temporal-polyfill/fns/Instant';
import { create, toZonedDateTime } from 'temporal-polyfill/fns/PlainDateTime';
import { dayOfWeek, offsetNanoseconds, toInstant, toPlainDateTime } from 'temporal-polyfill/fns/ZonedDateTime';
import type { Instant, LocalDay, LocalMinute, TimeZone } from './instant.ts';

/** What a clock and a calendar on the wall show. Gregorian, `weekday` 1 (Monday) to 7 as in ISO 8601. */
export type Fields = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  /** East of Greenwich is positive: Tijuana in winter is -480. */
  readonly offsetMinutes: number;
};

const nanosecondsPerMinute = 60_000_000_000;

/** What the clocks in `zone` show at `instant`. Throws a RangeError for a zone that this device does not know. */
export function fieldsIn(instant: Instant, zone: TimeZone): Fields {
  const zoned = toZonedDateTimeISO(fromEpochMilliseconds(instant), zone);
  const { year, month, day, hour, minute } = toPlainDateTime(zoned);
  return {
    year,
    month,
    day,
    weekday: dayOfWeek(zoned),
    hour,
    minute,
    offsetMinutes: offsetNanoseconds(zoned) / nanosecondsPerMinute,
  };
}

/**
 * When the clocks in `zone` show `minute`. A minute that daylight saving skips is taken one hour later, one that comes
 * twice is the first of the two ("compatible" disambiguation of Temporal and RFC 5545).
 */
export function instantAt(minute: LocalMinute, zone: TimeZone): Instant {
  const [year = 0, month = 0, day = 0, hour = 0, min = 0] = minute.split(/[-T:]/).map(Number);
  const zoned = toZonedDateTime(create(year, month, day, hour, min), zone, { disambiguation: 'compatible' });
  return toInstant(zoned).epochMilliseconds as Instant;
}

/** The day that the calendar in `zone` shows at `instant`. */
export function dayIn(instant: Instant, zone: TimeZone): LocalDay {
  return minuteIn(instant, zone).slice(0, 10) as LocalDay;
}

/** The minute that the clocks in `zone` show at `instant`, seconds cut off. */
export function minuteIn(instant: Instant, zone: TimeZone): LocalMinute {
  const { year, month, day, hour, minute } = fieldsIn(instant, zone);
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}T${digits(hour, 2)}:${digits(minute, 2)}` as LocalMinute;
}

/**
 * Whether this device knows the zone. Old phones don't know young zones such as `America/Ciudad_Juarez` (2022), and what
 * a phone reports of itself may be anything.
 */
export function isTimeZone(text: string): text is TimeZone {
  // The library takes offsets such as `+05:00` and any case as well; slots and signals are told in IANA names only.
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/.test(text)) return false;
  try {
    toZonedDateTimeISO(fromEpochMilliseconds(0), text);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
