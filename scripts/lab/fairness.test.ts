import { expect, test } from 'vitest';
import { shippedPolicies } from '#core/policy/policies.ts';
import { policyNamed } from '#core/policy/policy.ts';
import { fairnessBySize } from './fairness.ts';

test('over 10,000 draws the chance of each size of group is the mean of all, but for 3 %; skipping would not be fair', () => {
  const bySize = fairnessBySize(policyNamed('2027-01', shippedPolicies), 10_000, '2027');
  expect(bySize.map(({ size }) => size)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  for (const { today } of bySize) expect(Math.abs(today - 1)).toBeLessThan(0.03);
  expect(bySize.at(0)?.skipping).toBeGreaterThan(1.5);
  expect(bySize.at(-1)?.skipping).toBeLessThan(0.7);
});
