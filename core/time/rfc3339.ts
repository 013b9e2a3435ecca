import { isLocalDay } from './day.ts';
import type { Instant } from './instant.ts';

const shape = /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/**
 * An instant out of RFC 3339 text such as `2027-01-05T17:00:00Z` or `2027-01-05T12:00:00-05:00`, or null. Digits below
 * the millisecond are cut off; the leap second `:60` is refused, which `Date` and the databases can't hold either.
 */
export function parseInstant(text: string): Instant | null {
  const match = shape.exec(text);
  if (!match || !isLocalDay(match[1] ?? '')) return null;
  const milliseconds = (match[3] ?? '').slice(0, 4);
  return Date.parse(text.replace(match[3] ?? '', milliseconds).toUpperCase()) as Instant;
}

/** RFC 3339 in UTC, as the published files of the draw write it: `2027-01-05T17:00:00Z`, milliseconds only where there are. */
export function formatInstant(instant: Instant): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}
