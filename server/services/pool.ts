import type { AccountId, PortCode } from '#core/ids.ts';
import type { StandingReason, StandingState } from '#core/pool/standing-request.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Applicant, Outcome } from './outcome.ts';

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

/** What she takes back: the request of today, or that and all that would follow. */
export const withdrawals = ['today', 'all'] as const;
export type Withdrawal = (typeof withdrawals)[number];

/** Second chances: asking each day, places that free up, what becomes of an appointment, what happened so far. */
export type PoolServices = {
  standingRequest(accountId: AccountId): Promise<StandingRequestView | null>;
  /**
   * "I am still waiting": a sign of life; a paused or ended one is live again, and whoever asked once without one begins
   * one. Kinds: `registration-incomplete`, `ports-missing`, `terms-changed-since`, `no-standing-request`.
   */
  stillWaiting(input: { readonly applicant: Applicant }): Outcome<null>;
  /** Today's request unless she says more. Kind: `nothing-to-withdraw`. */
  withdraw(input: { readonly applicant: Applicant; readonly what?: Withdrawal }): Outcome<null>;
};
