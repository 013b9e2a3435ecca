import { describe, expect, test } from 'vitest';
import { deadEnds } from '#tests/support/dead-ends.ts';
import { afterPool, poolOutcomes, poolStates, poolTransitions } from './pool.ts';

describe('a pool', () => {
  const rows = [
    ['open', 'close', { ok: true, value: 'closed' }],
    ['open', 'draw', { ok: false, error: { kind: 'pool-not-closed' } }],
    ['closed', 'close', { ok: false, error: { kind: 'pool-not-open' } }],
    ['closed', 'draw', { ok: true, value: 'drawn' }],
    ['drawn', 'close', { ok: false, error: { kind: 'pool-not-open' } }],
    ['drawn', 'draw', { ok: false, error: { kind: 'pool-not-closed' } }],
    ['open', 'postpone', { ok: false, error: { kind: 'pool-not-closed' } }],
    ['closed', 'postpone', { ok: true, value: 'postponed' }],
    ['drawn', 'postpone', { ok: false, error: { kind: 'pool-not-closed' } }],
    ['postponed', 'close', { ok: false, error: { kind: 'pool-not-open' } }],
    ['postponed', 'draw', { ok: false, error: { kind: 'pool-not-closed' } }],
    ['postponed', 'postpone', { ok: false, error: { kind: 'pool-not-closed' } }],
  ] as const;

  test.each(rows)('%s, %s', (state, outcome, expected) => {
    expect(afterPool(state, outcome)).toEqual(expected);
  });
  test('the table above names every pair', () => {
    expect(rows.length).toBe(poolStates.length * poolOutcomes.length);
  });
  test('no state is without a way out, and none leads back', () => {
    expect(deadEnds(poolTransitions)).toEqual([]);
    for (const [index, state] of poolStates.entries()) {
      for (const next of Object.values(poolTransitions[state])) expect(poolStates.indexOf(next)).toBeGreaterThan(index);
    }
  });
});
