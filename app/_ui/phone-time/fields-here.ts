import type { ClockFields, DateFields } from '#core/language/words.ts';
import type { Instant } from '#core/time/instant.ts';

/** By the phone's own zone, which `Date` knows: the library of zones is only for those of others, and stays on the server. */
export function fieldsHere(at: Instant): DateFields & ClockFields {
  const here = new Date(at);
  return {
    year: here.getFullYear(),
    month: here.getMonth() + 1,
    day: here.getDate(),
    weekday: here.getDay() || 7,
    hour: here.getHours(),
    minute: here.getMinutes(),
  };
}
