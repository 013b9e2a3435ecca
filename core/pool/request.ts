import { err, ok, type Result } from '#core/result.ts';

/** A group's asking for a place in one day's pool. */
export const requestStates = [
  'waiting',
  'closed',
  'chosen',
  'withdrawn',
  'not-chosen',
  'fulfilled',
  'released',
  'postponed',
] as const;
export type RequestState = (typeof requestStates)[number];

export const requestOutcomes = [
  'withdraw',
  'pool-closes',
  'chosen',
  'not-chosen',
  'confirmed',
  'declined',
  'lapsed',
  'place-freed',
  'postpone',
] as const;
export type RequestOutcome = (typeof requestOutcomes)[number];

/** Of these, a registration has one at a time at most. */
export const liveRequestStates = ['waiting', 'closed', 'chosen'] as const satisfies readonly RequestState[];

/** Where each outcome leads; what isn't named can't happen from there. */
export const requestTransitions: Readonly<
  Record<RequestState, Readonly<Partial<Record<RequestOutcome, RequestState>>>>
> = {
  waiting: { withdraw: 'withdrawn', 'pool-closes': 'closed' },
  // The pool is announced by its hash at the close: nobody can leave it any more, but an offer can be declined.
  closed: { chosen: 'chosen', 'not-chosen': 'not-chosen', postpone: 'postponed' },
  chosen: { confirmed: 'fulfilled', declined: 'released', lapsed: 'released' },
  withdrawn: {},
  // Not in a draw any more, but in line for the places of that draw that come back.
  'not-chosen': { 'place-freed': 'chosen' },
  fulfilled: {},
  released: {},
  // Its pool was never drawn: another request in the next pool has taken its place.
  postponed: {},
};

export type RequestRefusal = {
  readonly kind: 'nothing-to-withdraw' | 'pool-not-open' | 'pool-not-closed' | 'no-offer';
};

/**
 * The state after the outcome. A refusal is told by what was tried: `nothing-to-withdraw` (withdraw), `pool-not-open`
 * (pool-closes), `pool-not-closed` (chosen, not-chosen, postpone), `no-offer` (confirmed, declined, lapsed,
 * place-freed).
 */
export function afterRequest(state: RequestState, outcome: RequestOutcome): Result<RequestState, RequestRefusal> {
  const next = requestTransitions[state][outcome];
  return next ? ok(next) : err({ kind: refusals[outcome] });
}

export function isLiveRequest(state: RequestState): boolean {
  return (liveRequestStates as readonly RequestState[]).includes(state);
}

const refusals: Readonly<Record<RequestOutcome, RequestRefusal['kind']>> = {
  withdraw: 'nothing-to-withdraw',
  'pool-closes': 'pool-not-open',
  chosen: 'pool-not-closed',
  'not-chosen': 'pool-not-closed',
  confirmed: 'no-offer',
  declined: 'no-offer',
  lapsed: 'no-offer',
  'place-freed': 'no-offer',
  postpone: 'pool-not-closed',
};
