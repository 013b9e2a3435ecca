import { describe, expect, test } from 'vitest';
import type { Instant } from '#core/time/instant.ts';
import { shippedPolicies } from './policies.ts';
import { readPolicy } from './policy.ts';
import { againstProposal, changesBetween } from './proposal.ts';

const [first] = shippedPolicies;
if (!first) throw new Error('expected a policy that ships');
const now = Date.parse('2027-03-10T12:00:00Z') as Instant;
const known = [first, { name: '2027-04', from: '2027-04-01T00:00:00Z' }];

describe('a proposed policy', () => {
  test.each([
    ['a month after the last', { name: '2027-05', from: '2027-05-01T00:00:00Z' }, null],
    ['with a name that there was', { name: '2027-01', from: '2027-05-01T00:00:00Z' }, 'policy-name-taken'],
    ['before the last that is known begins', { name: '2027-03', from: '2027-03-20T00:00:00Z' }, 'policy-too-soon'],
    ['at the moment at which the last begins', { name: '2027-05', from: '2027-04-01T00:00:00Z' }, 'policy-too-soon'],
  ] as const)('%s', (_title, next, against) => {
    expect(againstProposal(next, known, now)).toBe(against);
  });

  test('is known to everybody a day before it begins', () => {
    const at = (from: string) => againstProposal({ name: '2027-03', from }, [first], now);
    expect(at('2027-03-11T11:59:59Z')).toBe('policy-too-soon');
    expect(at('2027-03-11T12:00:00Z')).toBeNull();
  });

  test('is compared rule by rule, without its name and date', () => {
    const next = readPolicy({
      ...first,
      name: '2027-06',
      from: '2027-06-01T00:00:00Z',
      offerHours: 20,
      signOfLifeWarnings: [7],
      geofence: { ...first.geofence, marginMeters: 0 },
    });
    expect(changesBetween(first, next)).toEqual([
      { rule: 'offerHours', before: '23', after: '20' },
      { rule: 'signOfLifeWarnings', before: '5, 1', after: '7' },
      { rule: 'geofence.marginMeters', before: '5000', after: '0' },
    ]);
    expect(changesBetween(first, first)).toEqual([]);
  });
});
