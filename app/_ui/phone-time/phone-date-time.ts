import { type CalendarWords, formatDateTime } from '#core/language/words.ts';
import type { Instant } from '#core/time/instant.ts';

/**
 * A moment by the phone's own clock and zone, in the words of the page's language. By `Date`: the library of zones is
 * only for the zones of others, and stays on the server.
 */
export function phoneDateTime(at: Instant, words: CalendarWords): string {
  const here = new Date(at);
  const fields = {
    year: here.getFullYear(),
    month: here.getMonth() + 1,
    day: here.getDate(),
    weekday: here.getDay() || 7,
    hour: here.getHours(),
    minute: here.getMinutes(),
  };
  return formatDateTime(fields, words);
}
