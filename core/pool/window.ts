import type { Policy, RequestWindow } from '#core/policy/policy.ts';
import { addDays, addHours, minuteOf } from '#core/time/day.ts';
import type { Instant, LocalDay, TimeZone } from '#core/time/instant.ts';
import { dayIn, instantAt } from '#core/time/zone.ts';

/** The day whose pool is open at the instant: the day on which it closes. Null in the hour of the draw. */
export function poolDayAt(instant: Instant, window: RequestWindow): LocalDay | null {
  const today = dayIn(instant, window.timeZone as TimeZone);
  if (instant < closesAt(today, window)) return today;
  const tomorrow = addDays(today, 1);
  return instant >= opensAt(tomorrow, window) ? tomorrow : null;
}

/** When the day's pool opens: at noon Eastern of the day before. That instant belongs to the window. */
export function opensAt(day: LocalDay, window: RequestWindow): Instant {
  return instantAt(minuteOf(addDays(day, -1), window.opens), window.timeZone as TimeZone);
}

/** When the day's pool closes: at 11:00 Eastern. That instant is after the window. */
export function closesAt(day: LocalDay, window: RequestWindow): Instant {
  return instantAt(minuteOf(day, window.closes), window.timeZone as TimeZone);
}

/** When the next pool opens, this instant included where it is one; for those who come while none is open. */
export function nextOpening(instant: Instant, window: RequestWindow): Instant {
  const today = dayIn(instant, window.timeZone as TimeZone);
  const atNoon = opensAt(addDays(today, 1), window);
  return instant <= atNoon ? atNoon : opensAt(addDays(today, 2), window);
}

/** The day whose slots the draw of `day` gives. */
export function slotDayOf(day: LocalDay, policy: { readonly leadDays: number }): LocalDay {
  return addDays(day, policy.leadDays);
}

/** Whether the slots of the day's draw begin before anybody could confirm one in time, or are past. */
export function isTooLate(day: LocalDay, now: Instant, policy: Policy): boolean {
  const begins = instantAt(minuteOf(slotDayOf(day, policy), '00:00'), policy.requestWindow.timeZone as TimeZone);
  return begins < addHours(now, policy.offerHours);
}
