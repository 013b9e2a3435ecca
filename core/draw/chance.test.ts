import { expect, test } from 'vitest';
import { chanceBySize } from '#tests/support/chance.ts';

// A sample of what `tests/bench/chance.bench.ts` does with 10,000 draws, and holds to 3 %.
test('the chance does not depend on the size of the group', () => {
  for (const [size, chance] of chanceBySize(600)) {
    expect(chance, `groups of ${size}`).toBeGreaterThan(0.92);
    expect(chance, `groups of ${size}`).toBeLessThan(1.08);
  }
});
