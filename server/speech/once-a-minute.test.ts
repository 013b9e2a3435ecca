import { expect, test } from 'vitest';
import { onceAMinute } from './once-a-minute.ts';

test('a reason is told at once, and again after a minute; another one by itself', () => {
  const told: string[] = [];
  let now = 0;
  const report = onceAMinute(
    (reason) => told.push(`${now} ${reason}`),
    () => now,
  );
  report('line-full');
  report('failed');
  now = 59_999;
  report('line-full');
  now = 60_000;
  report('line-full');
  report('line-full');
  expect(told).toEqual(['0 line-full', '0 failed', '60000 line-full']);
});
