import { expect, test } from 'vitest';
import { picker, streamOf } from './random.ts';

const some = (seed: string, name: string) => {
  const { unit } = streamOf(seed, name);
  return Array.from({ length: 5 }, unit);
};

test('the same seed and name give the same numbers, another of either gives others', () => {
  expect(some('1', 'a')).toEqual(some('1', 'a'));
  expect(some('1', 'a')).not.toEqual(some('2', 'a'));
  expect(some('1', 'a')).not.toEqual(some('1', 'b'));
});

test('numbers are spread evenly, and times have the mean that was asked for', () => {
  const { unit, exponential } = streamOf('1', 'spread');
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let n = 0; n < 20_000; n += 1) {
    const tenth = Math.floor(unit() * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(200);
  const times = Array.from({ length: 20_000 }, () => exponential(6));
  expect(times.reduce((sum, time) => sum + time, 0) / times.length).toBeCloseTo(6, 0);
});

test('names come as often as their weights say', () => {
  const stream = streamOf('1', 'names');
  const pick = picker(
    new Map([
      ['often', 3],
      ['never', 0],
      ['seldom', 1],
    ]),
  );
  const picked = Array.from({ length: 10_000 }, () => pick(stream));
  expect(picked.filter((name) => name === 'often').length / 10_000).toBeCloseTo(0.75, 1);
  expect(picked).not.toContain('never');
});
