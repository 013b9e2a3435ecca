import { addHours } from '#core/time/day.ts';
import type { Instant } from '#core/time/instant.ts';

/** A person's wish to be in each day's pool until she gets a place. Paused is never lost: one press goes on. */
export const standingStates = ['live', 'paused', 'ended'] as const;
export type StandingState = (typeof standingStates)[number];

/**
 * Why it doesn't ask at the moment. `guardian-apart`: a child of the group has no adult who answers for her. `booked` pauses it while there is an appointment; `withdrawn` is her own word.
 */
export const standingReasons = [
  'no-sign',
  'declined',
  'lapsed-twice',
  'terms-changed',
  'guardian-apart',
  'booked',
  'cancelled',
  'missed',
  'withdrawn',
] as const;
export type StandingReason = (typeof standingReasons)[number];

/** Those by which we stopped, whatever became of her last request: she took nothing back, and no offer lapsed. */
export type OurStop = Extract<StandingReason, 'no-sign' | 'terms-changed' | 'guardian-apart'>;

export const standingOutcomes = ['pause', 'resume', 'end'] as const;
export type StandingOutcome = (typeof standingOutcomes)[number];

/** Where each outcome leads; what isn't named can't happen from there. Asking anew with the box ticked is `resume`. */
export const standingTransitions: Readonly<
  Record<StandingState, Readonly<Partial<Record<StandingOutcome, StandingState>>>>
> = {
  live: { pause: 'paused', end: 'ended' },
  paused: { resume: 'live', end: 'ended' },
  ended: { resume: 'live' },
};

/** Offers in a row that lapsed: the second one pauses, since somebody else could have used both. */
export const mostLapses = 2;

export type SignPolicy = { readonly signOfLifeDays: number; readonly signOfLifeWarnings: readonly number[] };

/** When it is paused unless a sign of life comes first. That instant still counts. */
export function runsOutAt(lastSignAt: Instant, { signOfLifeDays }: SignPolicy): Instant {
  return addHours(lastSignAt, 24 * signOfLifeDays);
}

/** The latest sign of life of those who are silent for too long at `now`; later ones are fine. */
export function silentSince(now: Instant, { signOfLifeDays }: SignPolicy): Instant {
  return addHours(now, -24 * signOfLifeDays);
}

/** Of those whose sign of life was at this instant or before, `daysLeft` days are left, or less. */
export function warnedSince(now: Instant, daysLeft: number, { signOfLifeDays }: SignPolicy): Instant {
  return addHours(now, -24 * (signOfLifeDays - daysLeft));
}
