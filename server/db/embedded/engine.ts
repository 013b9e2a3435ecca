import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { parsers, typeIds } from '../parsers.ts';
import { DurableFs } from './durable-fs.ts';

/**
 * How PostgreSQL is started so that a commit is on the disk when it is acknowledged: without PGlite's `-F` (fsync off),
 * and with `wal_sync_method=fsync`, since Emscripten's fdatasync, the default, does nothing.
 */
export const durableParameters: readonly string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'wal_sync_method=fsync',
];

/** Opens the cluster in `folder`, and makes it first where there is none. */
export async function openEngine(folder: string): Promise<PGlite> {
  const cluster = join(folder, 'cluster');
  if (!existsSync(cluster)) await makeCluster(folder, (path) => new DurableFs(path));
  // PGlite takes a folder without this file for an empty one, and would make a new cluster over what is left of the old.
  if (!existsSync(join(cluster, 'PG_VERSION'))) throw new Error('its cluster is incomplete');
  return startEngine(new DurableFs(cluster), durableParameters);
}

/** In a folder that gets its name last: an interrupted start leaves nothing that the next one takes for a cluster. */
export async function makeCluster(folder: string, fileSystem: (path: string) => DurableFs): Promise<void> {
  const partial = join(folder, 'cluster.partial');
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  const files = fileSystem(partial);
  const engine = await startEngine(files, durableParameters);
  await engine.close();
  files.syncAll();
  renameSync(partial, join(folder, 'cluster'));
  files.syncFolder(folder);
}

export async function startEngine(fs: DurableFs, startParams: readonly string[]): Promise<PGlite> {
  return PGlite.create({ fs, startParams: [...startParams], ...conversions });
}

/** Begins from a dumped data directory where one is given. Keeps nothing. */
export async function openInMemory(template: string | undefined): Promise<PGlite> {
  return PGlite.create({
    ...(template === undefined ? {} : { loadDataDir: new Blob([new Uint8Array(await readFile(template))]) }),
    ...conversions,
  });
}

const conversions = {
  parsers: { ...parsers },
  serializers: {
    [typeIds.bytea]: (bytes: Uint8Array) =>
      `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`,
    // PGlite would take a bare number for milliseconds, PostgreSQL refuses it: so that both do the same.
    [typeIds.timestamptz]: (value: unknown) => {
      if (value instanceof Date) return value.toISOString();
      if (typeof value === 'string') return value;
      throw new Error('expected a timestamptz as text or Date: write an Instant by at()');
    },
  },
};
