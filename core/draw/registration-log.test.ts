import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { auditPath, isInTree } from './audit-path.ts';
import { merkleTree } from './merkle-tree.ts';
import { goesOnFrom, logRoot, registrationLeaf } from './registration-log.ts';

const idOf = (index: number) => `0190a1b2-c3d4-7e5f-8a9b-${String(index).padStart(12, '0')}`;
const dateOf = (index: number) => `2026-0${1 + (index % 9)}-01T09:00:00Z`;
const leaves = Array.from({ length: 7 }, (_, index) => registrationLeaf(idOf(index), dateOf(index)));

test('a leaf is the hash of id and date, one after the other', () => {
  const expected = createHash('sha256')
    .update(`${idOf(3)}${dateOf(3)}`)
    .digest('hex');
  expect(Buffer.from(leaves[3] ?? []).toString('hex')).toBe(expected);
});

test.each([
  ['an id of another form', '12', dateOf(1)],
  ['a date without a time', idOf(1), '2026-01-01'],
])('%s is a bug', (_, id, date) => {
  expect(() => registrationLeaf(id, date)).toThrow(/expected a UUID/);
});

test('whoever knows her id and date proves that they are in the log, and no older date is', () => {
  const { root } = logRoot(leaves);
  const path = auditPath(merkleTree(leaves), 3);
  expect(isInTree({ line: registrationLeaf(idOf(3), dateOf(3)), path, root })).toBe(true);
  expect(isInTree({ line: registrationLeaf(idOf(3), '2025-01-01T09:00:00Z'), path, root })).toBe(false);
});

test('a log only grows: each later one goes on from each earlier root, and none with a date that changed', () => {
  for (let count = 0; count <= leaves.length; count += 1) {
    const earlier = logRoot(leaves.slice(0, count));
    expect(goesOnFrom(leaves, earlier)).toBe(true);
    expect(goesOnFrom(leaves.slice(0, count), logRoot(leaves))).toBe(count === leaves.length);
    const older = [registrationLeaf(idOf(0), '2025-01-01T09:00:00Z'), ...leaves.slice(1)];
    expect(goesOnFrom(older, earlier)).toBe(count === 0);
  }
});
