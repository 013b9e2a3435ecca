import { expect, test } from 'vitest';
import { positionsIn } from './last-positions.ts';

const [one, two, three] = ['1', '2', '3'].map((digit) => digit.repeat(64));

test('a cut-off becomes the number of the foremost who was turned away, in ticket order from 1', () => {
  const result = `${one}\ta\tlaredo oldest\n${two}\tb\tlaredo shuffled\n${three}\tc\t-\n`;
  const cutOffs = {
    laredo: { oldest: `0 ${two}`, shuffled: three ?? '' },
    nogales: { oldest: null, shuffled: null },
  };
  const { positions, lastPositions } = positionsIn(result, cutOffs);
  expect([...positions]).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ]);
  expect(lastPositions).toEqual({
    laredo: { oldest: { band: 0, position: 2 }, shuffled: 3 },
    nogales: { oldest: null, shuffled: null },
  });
});
