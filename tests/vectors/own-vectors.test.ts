import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawVectorFolder, drawVectorNames } from '#tests/support/draw-vectors.ts';
import { filesOf } from './own/by-the-book.ts';
import { days } from './own/days.ts';

// `vitest run tests/vectors -u` writes them anew.
test.each(Object.entries(days))('own-%s is what the protocol says, done by the book', async (name, day) => {
  for (const [file, text] of Object.entries(filesOf(day))) {
    await expect(text).toMatchFileSnapshot(join(drawVectorFolder, `own-${name}`, file));
  }
});

test('no vector of our own is left over', () => {
  const names = drawVectorNames('sound').filter((name) => name.startsWith('own-'));
  expect(names).toEqual(
    Object.keys(days)
      .map((name) => `own-${name}`)
      .sort(),
  );
});
