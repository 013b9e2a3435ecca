import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { shippedPolicies } from '#core/policy/policies.ts';
import { type Policy, policyNamed } from '#core/policy/policy.ts';
import type { Instant } from '#core/time/instant.ts';
import { DrawOperator } from '#tests/support/draw-operator.ts';
import { joinedWitness, openedWitness, scratchFolder } from '#tests/support/witness-folder.ts';
import { learnPolicies } from './learn-policies.ts';

const [shipped, june, july] = [
  policyNamed('2027-01', shippedPolicies),
  { name: '2027-06', from: '2027-06-01T00:00:00Z', oldestShare: 4_000 },
  { name: '2027-07', from: '2027-07-01T00:00:00Z', oldestShare: 3_000 },
];
const policy = (changes: Partial<Policy>): Policy => ({ ...shipped, ...changes });
const at = (text: string) => Date.parse(text) as Instant;

let folder = '';
beforeEach(async () => {
  folder = scratchFolder();
  await joinedWitness(new DrawOperator(), folder, { name: 'alpha', length: 3 });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What the witness goes by after it looked, by name and share: as the program anew, with what lies in its folder. */
async function looks(time: string, published: readonly Policy[] | string | null) {
  const text = Array.isArray(published) ? JSON.stringify({ policies: published }) : (published as string | null);
  const operator = { ...new DrawOperator().seenBy('alpha'), policies: async () => text };
  const known = await learnPolicies(openedWitness(join(folder, 'alpha')), operator, at(time));
  return known.map(({ name, oldestShare }) => `${name} ${oldestShare}`);
}

test('a witness takes what is public at its first look, and later rules that it saw before they began', async () => {
  expect(await looks('2027-05-01T00:00:00Z', [shipped])).toEqual(['2027-01 5000']);
  expect(await looks('2027-05-02T00:00:00Z', [shipped, policy(june)])).toEqual(['2027-01 5000', '2027-06 4000']);
  // Switched off for a while, it did not see these in time.
  const all = [shipped, policy(june), policy(july)];
  expect(await looks('2027-07-02T00:00:00Z', all)).toEqual(['2027-01 5000', '2027-06 4000']);
});

test('rules that it knows stay as they are, whatever the operator publishes afterwards', async () => {
  const known = ['2027-01 5000', '2027-06 4000'];
  expect(await looks('2027-05-02T00:00:00Z', [shipped, policy(june)])).toEqual(known);
  const changed = [policy({ oldestShare: 0 }), policy({ ...june, oldestShare: 10_000 })];
  expect(await looks('2027-05-03T00:00:00Z', changed)).toEqual(known);
  expect(
    await looks('2027-05-03T00:00:00Z', [policy({ ...june, name: '2027-05', from: '2027-05-15T00:00:00Z' })]),
  ).toEqual(known);
  for (const published of [null, '', '{}', '{"policies":[{"name":"2027-09"}]}'])
    expect(await looks('2027-05-03T00:00:00Z', published)).toEqual(known);
});

test('where nothing that it understands is published, it goes by those of the program', async () => {
  expect(await looks('2027-05-01T00:00:00Z', null)).toEqual(['2027-01 5000']);
});
