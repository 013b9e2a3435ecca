import type { LocalDay } from '#core/time/instant.ts';

/** The day that the address names, if it is one of these; else the first. */
export function dayInQuery(days: readonly LocalDay[], asked: string | undefined): LocalDay | undefined {
  return days.find((day) => day === asked) ?? days[0];
}
