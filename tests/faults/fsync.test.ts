import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DurableFs } from '#server/db/embedded/durable-fs.ts';
import { durableParameters, makeCluster, startEngine } from '#server/db/embedded/engine.ts';
import { PowerCutFs } from './power-cut.ts';

/** On Linux alone: the disk is watched through /proc. */
const onLinux = test.runIf(process.platform === 'linux');
const folder = mkdtempSync(join(tmpdir(), 'puente-power-'));
const rows = 60;
const isEveryRowThere = { count: rows, sum: (rows * (rows + 1)) / 2 };

type Disk = { readonly hasFsync: boolean; readonly parameters: readonly string[] };

const durable: Disk = { hasFsync: true, parameters: durableParameters };
/** Each takes away one of the three things that a commit needs to be on the disk. */
const forgetful: readonly (readonly [string, Disk])[] = [
  ['the file system has no fsync', { ...durable, hasFsync: false }],
  ['PostgreSQL runs with fsync off', { ...durable, parameters: ['--single', '-F', ...durableParameters.slice(1)] }],
  [
    'the log is synced by fdatasync',
    { ...durable, parameters: durableParameters.map((one) => one.replace('=fsync', '=fdatasync')) },
  ],
];

let made: PowerCutFs | undefined;

beforeAll(async () => {
  await makeCluster(folder, (path) => {
    made = new PowerCutFs(path, durable);
    return made;
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

onLinux('every row that was acknowledged is there after a power cut', async () => {
  const { fs, path, lost } = await writeAndCut('durable', durable);
  expect(lost).toBeGreaterThan(0);
  expect(fs.syncs).toBeGreaterThanOrEqual(rows);
  expect(await readAgain(path)).toEqual(isEveryRowThere);
});

onLinux('a checkpoint before the power cut changes nothing', async () => {
  const { path } = await writeAndCut('checkpoint', durable, async (engine, row) => {
    if (row === rows / 2) await engine.exec('checkpoint');
  });
  expect(await readAgain(path)).toEqual(isEveryRowThere);
});

onLinux('a new cluster is wholly on the disk before it is used', () => {
  expect(made?.unsyncedWrites(join(folder, 'cluster'))).toBe(0);
  expect(existsSync(join(folder, 'cluster.partial'))).toBe(false);
});

// That this test can fail: the same disk without what the server does.
onLinux.each(forgetful)('rows are lost where %s', async (title, disk) => {
  const { path } = await writeAndCut(title.replaceAll(' ', '-'), disk);
  expect(await readAgain(path)).not.toEqual(isEveryRowThere);
});

/** Writes rows one by one, each acknowledged by its commit, and cuts the power right after the last. */
async function writeAndCut(
  name: string,
  disk: Disk,
  between: (engine: PGlite, row: number) => Promise<void> = async () => {},
): Promise<{ fs: PowerCutFs; path: string; lost: number }> {
  const path = join(folder, name);
  cpSync(join(folder, 'cluster'), path, { recursive: true });
  const fs = new PowerCutFs(path, disk);
  const engine = await startEngine(fs, disk.parameters);
  await engine.exec('create table rows (number int primary key, filler text)');
  for (let row = 1; row <= rows; row += 1) {
    await engine.query(`insert into rows values ($1, repeat('x', 500))`, [row]);
    await between(engine, row);
  }
  const lost = fs.unsyncedWrites();
  fs.cutPower();
  return { fs, path, lost };
}

/** What is found after the power is back; an error's text where the database can't even start. */
async function readAgain(path: string): Promise<unknown> {
  try {
    const engine = await startEngine(new DurableFs(path), durableParameters);
    const { rows: found } = await engine.query('select count(*) as count, sum(number) as sum from rows');
    await engine.close();
    return found[0];
  } catch (error) {
    return String(error);
  }
}
