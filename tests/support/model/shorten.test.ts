import { expect, test } from 'vitest';
import { shorten } from './shorten.ts';

const others = Array.from({ length: 198 }, (_, index) => `wait ${index}`);
const acts = [...others.slice(0, 90), 'cancel', ...others.slice(90, 150), 'ask', ...others.slice(150)];

/** What a broken model does: asking after a cancellation fails, and what would come next is never tried. */
async function failing(some: readonly string[]): Promise<readonly string[] | null> {
  const first = some.indexOf('cancel');
  const then = first === -1 ? -1 : some.indexOf('ask', first);
  return then === -1 ? null : some.slice(0, then + 1);
}

test('of 200 acts the two that are needed for it to fail are left, in their order', async () => {
  expect(await shorten(acts, failing, 60_000)).toEqual(['cancel', 'ask']);
});

test('whatever fails at once needs one act', async () => {
  expect(await shorten(acts, async (some) => some.slice(0, 1), 60_000)).toHaveLength(1);
});

test('with no patience nothing is tried, and all acts are told', async () => {
  expect(await shorten(acts, failing, 0)).toEqual(acts);
});
