import type { LocalDay } from '#core/time/instant.ts';
import type { DrawStatistics } from './of-draw.ts';

/** A draw's day, and what may be told of it. */
type StatisticsOfDay = DrawStatistics & { readonly day: LocalDay };

/**
 * RFC 4180, a line for each count. An empty count is hidden: it is 1 to 10, or would tell one that is. The cell `*` is the whole
 * of a list: alone, the list is withheld. No value ever needs quotes: days, numbers and our own codes.
 */
export function writeStatistics(days: readonly StatisticsOfDay[]): string {
  const rows = days.flatMap(({ day, requests, lists }) => [
    [day, 'requests', '*', requests],
    ...lists.flatMap(({ name, total, cells }) => [
      [day, name, '*', total],
      ...(cells ?? []).map(({ key, count }) => [day, name, key, count]),
    ]),
  ]);
  return [['day', 'list', 'cell', 'requests'], ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}
