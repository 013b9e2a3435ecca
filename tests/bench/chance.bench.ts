import { expect, test } from 'vitest';
import { chanceBySize } from '#tests/support/chance.ts';

const draws = 10_000;

test(`the chance of a group of each size over ${draws} draws`, () => {
  const chances = chanceBySize(draws);
  const words = Array.from(chances, ([size, chance]) => `${size}: ${chance.toFixed(3)}`).join(', ');
  process.stdout.write(`\nChance by size of the group, over ${draws} draws, 1 is the average: ${words}\n`);
  for (const chance of chances.values()) expect(Math.abs(chance - 1)).toBeLessThanOrEqual(0.03);
});
