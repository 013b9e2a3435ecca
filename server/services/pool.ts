import type { AccountId, PortCode } from '#core/ids.ts';
import type { StandingReason, StandingState } from '#core/pool/standing-request.ts';
import type { DecisionReason } from '#core/review/decision.ts';
import type { ReviewReason } from '#core/review/reason.ts';
import type { Instant, LocalDay, LocalMinute } from '#core/time/instant.ts';
import type { Applicant, Outcome } from './outcome.ts';
import type { DecidedView } from './review.ts';

/** A person's standing request, as her pages show it. */
export type StandingRequestView = {
  readonly state: StandingState;
  /** Null while it is live. */
  readonly reason: StandingReason | null;
  readonly ports: readonly PortCode[];
  readonly lastSignAt: Instant;
  /** When it is paused unless she gives a sign of life first. */
  readonly runsOutAt: Instant;
};

export const timelineKinds = [
  'registered',
  'joined',
  'parted',
  'group-grew',
  'newborn',
  'group-shrank',
  'date-moved',
  'terms-accepted',
  'asked',
  'asked-standing',
  'group-asked',
  'withdrawn',
  'group-withdrawn',
  'in-draw',
  'postponed',
  'not-chosen',
  'offered',
  'offered-freed',
  'extended',
  'declined',
  'group-declined',
  'lapsed',
  'confirmed',
  'group-confirmed',
  'moved',
  'cancelled',
  'group-cancelled',
  'missed-said',
  'missed',
  'checked-in',
  'help-asked',
  'help-for',
  'help-against',
  'standing-paused',
  'standing-ended',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** One thing that happened. */
export type TimelineEntry = {
  readonly kind: TimelineKind;
  readonly at: Instant;
  /** Of the draw; of `date-moved` the new date in the line. */
  readonly day: LocalDay | null;
  readonly port: PortCode | null;
  /** By the clocks of its port. */
  readonly slot: LocalMinute | null;
  /** What a person was asked for, and why she decided as she did. */
  readonly help: {
    readonly step: DecidedView['step'];
    readonly about: ReviewReason;
    readonly reason: DecisionReason | null;
  } | null;
};

/** Numbers are positions in ticket order, from 1: whoever had a smaller one than `below` got a place. */
export type DrawLine = {
  readonly day: LocalDay;
  readonly position: number;
  readonly total: number;
  readonly ports: readonly {
    readonly port: PortCode;
    /** Those who registered before this day, UTC; null where she is among them. */
    readonly before: LocalDay | null;
    /** Within the days that she registered in; null where they were not reached. */
    readonly belowByDate: number | null;
    readonly belowByLot: number;
  }[];
};

/** What she takes back: the request of today, or that and all that would follow. */
export const withdrawals = ['today', 'all'] as const;
export type Withdrawal = (typeof withdrawals)[number];
export type WithdrawInput = {
  readonly applicant: Applicant;
  readonly what?: Withdrawal;
  /** Of the request that she means, as she said it; left out, the one that waits. */
  readonly day?: string | undefined;
};
export type CancelInput = {
  readonly applicant: Applicant;
  /** The one that she means, as she said it; left out, the one that there is. */
  readonly appointmentId?: string | undefined;
};

/** Second chances: asking each day, places that free up, what becomes of an appointment, what happened so far. */
export type PoolServices = {
  standingRequest(accountId: AccountId): Promise<StandingRequestView | null>;
  /**
   * "I am still waiting": a sign of life; a paused or ended one is live again, and whoever asked once without one begins
   * one. Kinds: `registration-incomplete`, `ports-missing`, `terms-changed-since`, `no-standing-request`; of a
   * group `guardian-apart`, `group-needs-adult`.
   */
  stillWaiting(input: { readonly applicant: Applicant }): Outcome<null>;
  cancelAppointment(input: CancelInput): Outcome<null>;
  /** She was not there, from the day after her slot on. Kinds: `no-appointment`, `appointment-day-not-over`. */
  sayMissed(input: { readonly applicant: Applicant }): Outcome<null>;
  /** The slot that the port moved her booked appointment away from last; null where it did not. */
  movedFrom(accountId: AccountId): Promise<LocalMinute | null>;
  /** What happened so far, the newest first. */
  timeline(accountId: AccountId): Promise<readonly TimelineEntry[]>;
  /** Her own line in the last draw that she was in; null where that gave her a place, or there was none. */
  drawLine(accountId: AccountId): Promise<DrawLine | null>;
  markMissed(input: { readonly actor: AccountId; readonly code: string }): Outcome<null>;
  moveSlot(input: { readonly actor: AccountId; readonly fields: Readonly<Record<string, string>> }): Outcome<null>;
  /** Today's request unless she says more. Kinds: `nothing-to-withdraw`, `changed-since`. */
  withdraw(input: WithdrawInput): Outcome<null>;
};
