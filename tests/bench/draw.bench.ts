import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { writeDay } from './draw/a-day.ts';

// The aim: a million requests from files to result in less than 5 s and 400 MiB on one core, and nothing that grows faster
// than the requests do. `PUENTE_BENCH_RUNS=1 npm run bench -- draw` for a quick look. Prints medians.
const sizes = [10_000, 100_000, 1_000_000];
const runs = Number(process.env['PUENTE_BENCH_RUNS'] ?? 3);
const program = join(import.meta.dirname, 'draw/from-files.ts');
const folder = mkdtempSync(join(tmpdir(), 'puente-bench-draw-'));
const measured = z.object({ seconds: z.number(), mebibytes: z.number(), plainSeconds: z.number(), chosen: z.number() });

afterAll(() => rmSync(folder, { recursive: true }));

test('a draw from files to result', () => {
  const secondsARequest = sizes.map((requests) => {
    const day = join(folder, String(requests));
    writeDay(day, requests);
    const all = Array.from({ length: runs }, () => measure(day));
    const [seconds, mebibytes, plain] = (['seconds', 'mebibytes', 'plainSeconds'] as const).map((what) =>
      median(all.map((one) => one[what])),
    ) as [number, number, number];
    process.stdout.write(
      `\n${requests} requests, median of ${runs}: ${seconds.toFixed(2)} s of processor, ${mebibytes.toFixed(0)} MiB, ` +
        `${(seconds / plain).toFixed(0)} times one SHA-256 over pool and result, ${all[0]?.chosen} chosen\n`,
    );
    if (requests === 1_000_000) expect(mebibytes).toBeLessThan(400);
    return seconds / requests;
  });
  // The first is dearer, since a process has to start and compile; from there on each costs the same or less.
  expect(secondsARequest.at(-1)).toBeLessThan(1.5 * (secondsARequest.at(-2) ?? 0));
});

/** On one core, where the system can bind a process to one. */
function measure(day: string): z.infer<typeof measured> {
  const draw = [process.execPath, program, day];
  const [command, ...rest] = process.platform === 'linux' ? ['taskset', '-c', '0', ...draw] : draw;
  const { stdout, stderr, status } = spawnSync(command ?? '', rest, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return measured.parse(JSON.parse(stdout));
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
