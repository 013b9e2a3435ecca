import type { Instant } from '../time/instant.ts';

const day = 24 * 3_600_000;

/** For so long a code to take people over, or to join a group, can be used. */
export const groupCodeDays = 30;

/**
 * So long after their latest code was made are people kept who were split off and whom nobody took over. Two months longer
 * than the code works: who let them go can still make another.
 */
export const unclaimedDays = 90;

/** When a code that is made now can't be used any more. */
export function codeEndsAt(madeAt: Instant): Instant {
  return (madeAt + groupCodeDays * day) as Instant;
}

/** When people are deleted for whom nobody has brought a code since. */
export function unclaimedUntil(codeMadeAt: Instant): Instant {
  return (codeMadeAt + unclaimedDays * day) as Instant;
}

/** Whose latest code was made before that is deleted at `now`. */
export function unclaimedSince(now: Instant): Instant {
  return (now - unclaimedDays * day) as Instant;
}
