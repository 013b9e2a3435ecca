import { expect, test } from 'vitest';
import { shippedPolicies } from '#core/policy/policies.ts';
import { policyNamed } from '#core/policy/policy.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { type ExactDay, runExactly } from './exact.ts';
import { populationOf } from './population.ts';
import { ruleSets } from './rule-sets.ts';
import { runSeason } from './season.ts';

test('a day of the season through the whole protocol gives everybody what the laboratory gives', () => {
  const policy = policyNamed('2027-01', shippedPolicies);
  const size = { people: 12_000, days: 12 };
  const rules = ruleSets.find(({ name }) => name === 'today');
  if (!rules) throw new Error('expected today’s rules');
  const exact: ExactDay[] = [];
  runSeason(rules, {
    seed: '1',
    size,
    population: populationOf('1', size),
    policy,
    firstDay: '2027-01-12' as LocalDay,
    watch: (pool) => {
      if (pool.day === 6) exact.push(runExactly(pool, policy, '1'));
    },
  });
  expect(exact).toMatchObject([{ day: '2027-01-18', differs: null }]);
  expect(exact[0]?.requests).toBeGreaterThan(1_000);
  expect(exact[0]?.chosen).toBeGreaterThan(8);
});
