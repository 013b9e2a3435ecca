import { err, ok, type Result } from '#core/result.ts';

/** All requests of one day. Named after the day, Eastern time, on which it closes and is drawn. */
export const poolStates = ['open', 'closed', 'drawn', 'postponed'] as const;
export type PoolState = (typeof poolStates)[number];

export const poolOutcomes = ['close', 'draw', 'postpone'] as const;
export type PoolOutcome = (typeof poolOutcomes)[number];

/**
 * There is no way back: a pool is never opened again after the close, nor drawn twice. One that could not be drawn before
 * its slots are past is never drawn: its requests go into the next one (decision 0023).
 */
export const poolTransitions: Readonly<Record<PoolState, Readonly<Partial<Record<PoolOutcome, PoolState>>>>> = {
  open: { close: 'closed' },
  closed: { draw: 'drawn', postpone: 'postponed' },
  drawn: {},
  postponed: {},
};

export type PoolRefusal = { readonly kind: 'pool-not-open' | 'pool-not-closed' };

/** The state after the outcome. Kinds: `pool-not-open` for closing, `pool-not-closed` for drawing or postponing what isn't closed. */
export function afterPool(state: PoolState, outcome: PoolOutcome): Result<PoolState, PoolRefusal> {
  const next = poolTransitions[state][outcome];
  return next ? ok(next) : err({ kind: outcome === 'close' ? 'pool-not-open' : 'pool-not-closed' });
}
