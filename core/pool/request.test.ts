import { describe, expect, test } from 'vitest';
import { deadEnds } from '#tests/support/dead-ends.ts';
import {
  afterRequest,
  isLiveRequest,
  liveRequestStates,
  type RequestOutcome,
  type RequestState,
  requestOutcomes,
  requestStates,
  requestTransitions,
} from './request.ts';

describe('a request', () => {
  const leads: readonly (readonly [RequestState, RequestOutcome, RequestState])[] = [
    ['waiting', 'withdraw', 'withdrawn'],
    ['waiting', 'pool-closes', 'closed'],
    ['closed', 'chosen', 'chosen'],
    ['closed', 'not-chosen', 'not-chosen'],
    ['chosen', 'confirmed', 'fulfilled'],
    ['chosen', 'declined', 'released'],
    ['chosen', 'lapsed', 'released'],
    ['not-chosen', 'place-freed', 'chosen'],
    ['closed', 'postpone', 'postponed'],
  ];
  const pairs = requestStates.flatMap((state) => requestOutcomes.map((outcome) => [state, outcome] as const));
  const refusals: Record<RequestOutcome, string> = {
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

  test.each(pairs)('%s, %s', (state, outcome) => {
    const next = leads.find(([from, by]) => from === state && by === outcome)?.[2];
    const expected = next ? { ok: true, value: next } : { ok: false, error: { kind: refusals[outcome] } };
    expect(afterRequest(state, outcome)).toEqual(expected);
  });
  test('nobody can leave a pool that is closed, so that its announced hash stays true', () => {
    expect(afterRequest('closed', 'withdraw').ok).toBe(false);
  });
  test('no state is without a way out', () => {
    expect(deadEnds(requestTransitions)).toEqual([]);
  });
  test('live are the states that lead somewhere, but for who waits in line for places that come back', () => {
    const leading = requestStates.filter(
      (state) => state !== 'not-chosen' && Object.keys(requestTransitions[state]).length > 0,
    );
    expect(liveRequestStates).toEqual(leading);
    expect(requestStates.filter(isLiveRequest)).toEqual(leading);
  });
});
