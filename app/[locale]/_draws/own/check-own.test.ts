import { expect, test } from 'vitest';
import type { OwnLine } from '#core/draw/own-line.ts';
import { ownLineOf } from '#tests/support/own-line.ts';
import { checkOwn } from './check-own.ts';
import { isAllRight } from './verdict.ts';

const placed = ownLineOf('half', 'nogales oldest');
const unplaced = ownLineOf('half', '-');

async function found(own: OwnLine) {
  const verdict = await checkOwn(JSON.stringify(own));
  if (!verdict) throw new Error('expected a file that can be read');
  return { verdict, wrong: verdict.checks.filter(({ isRight }) => !isRight).map(({ what }) => what) };
}

test('all is right with a place, and without one, where no day is told of', async () => {
  const { verdict } = await found(placed);
  expect(verdict).toMatchObject({
    stage: 'drawn',
    signatures: 'right',
    place: { port: 'nogales', slot: '2027-03-14T12:00' },
  });
  expect(verdict.checks.map(({ what }) => what)).toEqual(['list', 'number', 'outcome', 'slot']);
  const without = (await found(unplaced)).verdict;
  expect(without).toMatchObject({ stage: 'drawn', place: null });
  expect(without.checks.map(({ what }) => what)).toEqual(['list', 'number', 'outcome']);
  expect([verdict, without].every(isAllRight)).toBe(true);
});

test('before the draw, and before the close, what has happened so far is checked', async () => {
  const closed = (await found({ ...placed, drawn: null })).verdict;
  expect(closed).toMatchObject({ stage: 'closed', checks: [{ what: 'list', isRight: true }] });
  const promised = (await found({ ...placed, drawn: null, closed: null })).verdict;
  expect(promised).toMatchObject({ stage: 'promised', checks: [], announcementHash: null, signatures: 'right' });
  const unsigned = (await found({ ...placed, season: null })).verdict;
  expect(unsigned.signatures).toBe('none');
});

test('a number that is not hers, a line that is not hers and a forged signature are found', async () => {
  const other = { ...placed, drawn: { ...placed.drawn, ticket: unplaced.drawn.ticket } };
  expect((await found(other)).wrong).toEqual(['number']);
  const moved = { ...placed, closed: { ...placed.closed, path: unplaced.closed.path } };
  expect((await found(moved)).wrong).toEqual(['list']);
  const slot = { ...unplaced, drawn: { ...unplaced.drawn, slot: placed.drawn.slot } };
  expect((await found(slot)).wrong).toEqual(['slot']);
  const { verdict } = await found({ ...placed, promiseSignature: unplaced.promiseSignature });
  expect(verdict.signatures).toBe('wrong');
  expect(isAllRight(verdict)).toBe(false);
});

test('another file is none', async () => {
  expect(await checkOwn('{}')).toBeNull();
});
