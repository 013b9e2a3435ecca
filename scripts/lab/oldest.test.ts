import { expect, test } from 'vitest';
import { shippedPolicies } from '#core/policy/policies.ts';
import { policyNamed } from '#core/policy/policy.ts';
import { advantageOfOldest } from './oldest.ts';

const policy = policyNamed('2027-01', shippedPolicies);

test('one ticket for both lists: the more the oldest are, the less their share gives them, and nothing where they are half', () => {
  const advantages = advantageOfOldest(policy, '1');
  const half = advantages.find(({ part }) => part === 0.5);
  expect(half?.today).toBeGreaterThan(0.85);
  expect(half?.today).toBeLessThan(1.15);
  expect(half?.shuffledFirst).toBeGreaterThan(2.3);
  expect(advantages.at(0)?.today).toBeGreaterThan(5);
});

test('without a share for the oldest nobody is better off', () => {
  for (const { today } of advantageOfOldest({ ...policy, oldestShare: 0 }, '1'))
    expect(Math.abs(today - 1)).toBeLessThan(0.25);
});
