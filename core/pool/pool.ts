import { err, ok, type Result } from '#core/result.ts';

/** All requests of one day. Named after the day, Eastern time, on which it closes and is drawn. */
export const poolStates = ['open', 'closed', 'drawn'] as const;
export type PoolState = (typeof poolStates)[number];

export const poolOutcomes = ['close', 'draw'] as const;
export type PoolOutcome = (typeof poolOutcomes)[number];

/** There is no way back: a pool is never opened again after the close, nor drawn twice. */
export const poolTransitions: Readonly<Record<PoolState, Readonly<Partial<Record<PoolOutcome, PoolState>>>>> = {
  open: { close: 'closed' },
  closed: { draw: 'drawn' },
  drawn: {},
};

export type PoolRefusal = { readonly kind: 'pool-not-open' | 'pool-not-closed' };

/** The state after the outcome. Kinds: `pool-not-open` for closing, `pool-not-closed` for drawing what isn't closed. */
export function afterPool(state: PoolState, outcome: PoolOutcome): Result<PoolState, PoolRefusal> {
  const next = poolTransitions[state][outcome];
  return next ? ok(next) : err({ kind: outcome === 'close' ? 'pool-not-open' : 'pool-not-closed' });
}
