import { expect, test } from 'vitest';
import { shippedPolicies } from './policies.ts';
import { readPolicies } from './read-policies.ts';

const [first] = shippedPolicies;
if (!first) throw new Error('expected a policy');
const next = { ...first, name: '2027-06', from: '2027-06-01T00:00:00Z' };
const { sex: _sex, ...withoutSex } = first.questions;

test('those that ship can be written to a file and read again', () => {
  expect(readPolicies(JSON.parse(JSON.stringify(shippedPolicies)))).toEqual({ ok: true, value: shippedPolicies });
  expect(readPolicies([first, next])).toMatchObject({ ok: true });
});

test.each<readonly [string, unknown, string, RegExp]>([
  ['no list', first, '', /expected array/],
  ['an empty list', [], '', />=1/],
  ['a member that there is not', [{ ...first, bonus: 1 }], '[0]', /bonus/],
  ['a question left out', [first, { ...next, questions: withoutSex }], '[1].questions.sex', /asked/],
  ['terms whose name could be a path', [{ ...first, termsVersion: '../a' }], '[0].termsVersion', /pattern|match/],
  ['a name used twice', [first, { ...next, name: first.name }], '[1].name', /of its own/],
  ['the newest first', [next, first], '[1].from', /later/],
  ['a reserve that the draw may exceed', [{ ...first, reserve: 3 }], '[0]', /2 × \(maxGroup − 1\)/],
])('%s is refused, with the place', (_title, from, ...[key, what]) => {
  const error = { kind: 'wrong-policies', key, what: expect.stringMatching(what) as string };
  expect(readPolicies(from)).toMatchObject({ ok: false, error });
});
