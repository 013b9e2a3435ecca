import { describe, expect, test } from 'vitest';
import { deadEnds } from '#tests/support/dead-ends.ts';
import { afterRegistration, registrationOutcomes, registrationStates, registrationTransitions } from './state.ts';

const complete = { ok: false, error: { kind: 'registration-complete' } };
const gone = { ok: false, error: { kind: 'not-found' } };

describe('a registration', () => {
  const rows = [
    ['incomplete', 'complete', { ok: true, value: 'registered' }],
    ['incomplete', 'close', { ok: true, value: 'closed' }],
    ['incomplete', 'join', { ok: false, error: { kind: 'registration-incomplete' } }],
    ['incomplete', 'leave', gone],
    ['registered', 'complete', complete],
    ['registered', 'join', { ok: true, value: 'joined' }],
    ['registered', 'leave', gone],
    ['registered', 'close', { ok: true, value: 'closed' }],
    ['joined', 'complete', complete],
    ['joined', 'join', gone],
    ['joined', 'leave', { ok: true, value: 'registered' }],
    ['joined', 'close', { ok: true, value: 'closed' }],
    ['closed', 'complete', gone],
    ['closed', 'join', gone],
    ['closed', 'leave', gone],
    ['closed', 'close', gone],
  ] as const;

  test.each(rows)('%s, %s', (state, outcome, expected) => {
    expect(afterRegistration(state, outcome)).toEqual(expected);
  });
  test('the table above names every pair', () => {
    expect(rows.length).toBe(registrationStates.length * registrationOutcomes.length);
  });
  test('no state is without a way out', () => {
    expect(deadEnds(registrationTransitions)).toEqual([]);
  });
});
