import type { Instant } from '#core/time/instant.ts';

const minute = 60_000;
const hour = 60 * minute;
const longestPause = 6 * hour;
const longestWish = 24 * hour;
/** After that nobody is helped by the message any more: an offer's deadline is past. */
const patience = 72 * hour;

export type FailedTry = {
  readonly madeAt: Instant;
  /** This one included. */
  readonly tries: number;
  readonly now: Instant;
  /** What the channel asked for, such as `Retry-After` (RFC 9110, 10.2.3). */
  readonly retryAfterMs?: number | undefined;
};

/**
 * When a message that a channel could not take now is tried again: after 1, 2, 4 … minutes, at most six hours, or as long
 * as the channel asks for; a last time when three days are over. null: it has failed for good.
 */
export function nextTry({ madeAt, tries, now, retryAfterMs = 0 }: FailedTry): Instant | null {
  const end = madeAt + patience;
  if (now >= end) return null;
  const own = Math.min(longestPause, minute * 2 ** (tries - 1));
  const pause = Math.max(own, Math.min(retryAfterMs, longestWish));
  return Math.min(now + pause, end) as Instant;
}
