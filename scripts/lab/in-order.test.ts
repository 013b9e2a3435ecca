import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder } from './in-order.ts';

test('all positions come once, by key and then by position', () => {
  const some = fc.array(
    fc.oneof(fc.constantFrom(0, 0.5), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
  );
  fc.assert(
    fc.property(some, (keys) => {
      const sorted = keys.map((_, position) => position).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
      expect([...inOrder(Float64Array.from(keys))]).toEqual(sorted);
    }),
  );
});
