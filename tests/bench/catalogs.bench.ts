import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

// The aim on two cores: less than 5 s for all languages, and less than 1 s from a saved file to what is said of it.
const wholeRuns = 5;
const saves = 10;
const project = join(import.meta.dirname, '../..');
const program = join(project, 'scripts/catalogs-check.ts');

test('checking the catalogs of all languages, and one saved file while it goes on looking', async () => {
  const root = mkdtempSync(join(tmpdir(), 'catalogs-bench-'));
  for (const part of ['app', 'content', 'core', 'locales', 'scripts/catalogs/exceptions', 'server'])
    cpSync(join(project, part), join(root, part), { recursive: true });
  const whole = Array.from({ length: wholeRuns }, () => secondsOfCheck(root));
  const saved = await secondsOfSaves(root);
  rmSync(root, { recursive: true });
  const [all, one] = [median(whole), median(saved)];
  process.stdout.write(
    `\nThe catalogs: whole ${all.toFixed(2)} s (median of ${wholeRuns}), a saved file ${one.toFixed(2)} s (median of ${saves}), 1 : ${(all / one).toFixed(1)}\n`,
  );
});

function secondsOfCheck(root: string): number {
  const begun = performance.now();
  expect(spawnSync(process.execPath, [program, '--root', root]).status).toBe(0);
  return (performance.now() - begun) / 1000;
}

/** From the save to the last line that is said of it. */
async function secondsOfSaves(root: string): Promise<readonly number[]> {
  const watching = spawn(process.execPath, [program, '--root', root, '--watch']);
  let said = '';
  watching.stdout.on('data', (piece: Buffer) => {
    said += piece.toString('utf8');
  });
  const file = join(root, 'locales/ht/start.json');
  const right = readFileSync(file, 'utf8');
  const wrong = right.replace(/"title": "[^"]*"/, '"title": ""');
  const seconds: number[] = [];
  const saysOn = async (words: RegExp) => {
    while (!words.test(said)) await once(watching.stdout, 'data');
  };
  await saysOn(/no findings[\s\S]*Looked/);
  for (let save = 0; save < saves; save += 1) {
    said = '';
    const begun = performance.now();
    writeFileSync(file, save % 2 === 0 ? wrong : right);
    await saysOn(save % 2 === 0 ? /The text is empty[\s\S]*Looked/ : /no findings[\s\S]*Looked/);
    seconds.push((performance.now() - begun) / 1000);
  }
  watching.kill('SIGINT');
  await once(watching, 'exit');
  return seconds;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
