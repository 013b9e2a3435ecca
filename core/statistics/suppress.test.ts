import { array, assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Shown, suppressed } from './suppress.ts';

describe('counts of few people', () => {
  test.each<readonly [string, readonly number[], readonly Shown[] | null]>([
    ['none is small', [11, 40, 0], [11, 40, 0]],
    ['two hide each other', [3, 7, 40], [null, null, 40]],
    ['a single one takes the smallest of the others along', [3, 40, 25], [null, 40, null]],
    ['and all that are as small, since which of them it was would tell', [3, 25, 40, 25], [null, null, 40, null]],
    ['ones, which the total would tell', [1, 1, 30, 50], [null, null, null, 50]],
    ['tens, which the total would tell', [10, 10, 30, 50], [null, null, null, 50]],
    ['nothing is left to show: the list is withheld', [3, 40], null],
    ['only zeros are left', [3, 8, 0], null],
    ['nobody at all', [0, 0], [0, 0]],
    ['no counts', [], []],
  ])('%s', (_title, counts, shown) => {
    expect(suppressed(counts)).toEqual(shown);
  });

  const small = integer({ min: 1, max: 10 });

  test('are never shown', () => {
    assert(
      property(array(integer({ min: 0, max: 60 }), { maxLength: 14 }), small, (others, few) => {
        expect(suppressed([...others, few])?.at(-1) ?? null).toBeNull();
      }),
    );
  });

  test('are shown where there are enough', () => {
    assert(
      property(array(integer({ min: 11, max: 500 }), { maxLength: 14 }), (counts) => {
        expect(suppressed(counts)).toEqual(counts);
      }),
    );
  });

  test('can’t be worked out from the total, the counts beside them, and this very rule', () => {
    assert(
      property(array(integer({ min: 0, max: 16 }), { minLength: 2, maxLength: 4 }), (counts) => {
        const total = sum(counts);
        // A total of so few isn't published.
        if (total <= 10) return;
        const shown = suppressed(counts);
        // All counts that the same would have been published of.
        const could = splits(total, counts.length).filter(
          (other) => JSON.stringify(suppressed(other)) === JSON.stringify(shown),
        );
        for (const [index] of counts.entries())
          if (shown === null || shown[index] === null)
            expect(
              new Set(could.map((other) => other[index])).size,
              `${counts.join(', ')} at ${index}`,
            ).toBeGreaterThan(1);
      }),
      { numRuns: 60 },
    );
  });
});

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** All ways to split `total` into so many counts. */
function splits(total: number, parts: number): readonly (readonly number[])[] {
  if (parts === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) =>
    splits(total - first, parts - 1).map((rest) => [first, ...rest]),
  ).flat();
}
