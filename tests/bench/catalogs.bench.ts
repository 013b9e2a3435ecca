import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { watchSeconds } from '../../scripts/catalogs/compare/watch-time.ts';

// The aim on two cores: less than 5 s for all languages, and less than 1 s from a saved file to what is said of it.
const wholeRuns = 5;
const program = join(import.meta.dirname, '../../scripts/catalogs-check.ts');

test('checking the catalogs of all languages, and one saved file while it goes on looking', async () => {
  const whole = Array.from({ length: wholeRuns }, secondsOfCheck);
  const saved = await watchSeconds();
  const [all, one] = [median(whole), median(saved)];
  process.stdout.write(
    `\nThe catalogs: whole ${all.toFixed(2)} s (median of ${wholeRuns}), a saved file ${one.toFixed(2)} s (median of ${saved.length}), 1 : ${(all / one).toFixed(1)}\n`,
  );
});

function secondsOfCheck(): number {
  const begun = performance.now();
  expect(spawnSync(process.execPath, [program]).status).toBe(0);
  return (performance.now() - begun) / 1000;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
