import { addHours } from '#core/time/day.ts';
import type { Instant } from '#core/time/instant.ts';

export type FreedHours = {
  readonly offerHours: number;
  readonly latestOfferHours: number;
  readonly shortestOfferHours: number;
};

/** No offer of a slot can be answered later than this, however often it is extended: the port has to know who comes. */
export function lastAnswerAt(startsAt: Instant, { latestOfferHours }: Pick<FreedHours, 'latestOfferHours'>): Instant {
  return addHours(startsAt, -latestOfferHours);
}

/**
 * Until when a place that freed up is held for the next in line: as long as any offer, but not beyond the last answer.
 * Null where that leaves her too little time: then it isn't offered any more.
 */
export function freedDeadline(now: Instant, startsAt: Instant, hours: FreedHours): Instant | null {
  const deadline = Math.min(addHours(now, hours.offerHours), lastAnswerAt(startsAt, hours)) as Instant;
  return deadline < addHours(now, hours.shortestOfferHours) ? null : deadline;
}
