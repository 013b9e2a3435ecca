import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { shippedPolicies } from '#core/policy/policies.ts';
import { readOptions } from './options.ts';

const scratch = mkdtempSync(join(tmpdir(), 'lab-'));
const file = join(scratch, 'policies.json');
const [shipped] = shippedPolicies;
writeFileSync(file, JSON.stringify([shipped, { ...shipped, name: '2027-02', from: '2027-02-01T00:00:00Z' }]));
writeFileSync(join(scratch, 'wrong.json'), JSON.stringify([{ ...shipped, oldestShare: 'half' }]));

afterAll(() => {
  rmSync(scratch, { recursive: true });
});

test('by itself it plays the whole season by every set of rules and the newest policy', () => {
  expect(readOptions([], '/out')).toMatchObject({
    seed: '2027',
    size: { people: 1_336_401, days: 219 },
    policy: { name: shippedPolicies.at(-1)?.name },
    draws: 10_000,
    exactDays: 0,
    folder: '/out',
  });
});

test('a policy that isn’t released yet comes from a file', () => {
  expect(readOptions(['--policies', file], '/out')).toMatchObject({ policy: { name: '2027-02' } });
  expect(readOptions(['--policies', file, '--policy', '2027-01'], '/out')).toMatchObject({
    policy: { name: '2027-01' },
  });
});

test.each([
  [['--policy', '1999-01'], /^expected a policy of 2027-01, found 1999-01$/],
  [['--policies', join(scratch, 'wrong.json')], /wrong\.json, \[0\]\.oldestShare: /],
  [['--policies', join(scratch, 'none.json')], /^expected policies in .*none\.json, found: /],
  [['--rules', 'phase-4'], /^expected rules of phase-1, .*, found phase-4$/],
  [['--people', 'many'], /^expected --people of 1000 or more, found many$/],
  [['--days', '1'], /^expected --days of 2 or more, found 1$/],
  [['--draws', '-1'], /--draws/],
  [['--exact', '500'], /^expected --exact of 0 to 219 days, found 500$/],
  [['--speed'], /--speed/],
] as const)('%s is not understood, and said to be so', (words, sentence) => {
  const read = readOptions(words, '/out');
  expect('wrong' in read && read.wrong).toMatch(sentence);
});
