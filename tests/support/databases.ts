import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { beforeAll, describe, inject } from 'vitest';
import type { Database, DatabaseOptions } from '#server/db/database.ts';
import { startEngineThread } from '#server/db/embedded/engine-thread.ts';
import { openMigrated } from './open-database.ts';
import { findPostgres } from './postgres-binaries.ts';
import { clusterUrl, noteSkipped } from './postgres-cluster.ts';

export type EngineName = 'PGlite' | 'PostgreSQL';

/** Gives the suite's own database, migrated and empty: the same one each time, emptied. */
export type Open = () => Promise<Database>;

/**
 * Runs a suite on both engines. Where PostgreSQL isn't installed its half is skipped and the run's last line says so;
 * with CI=true that is a failure.
 */
export function eachDatabase(suite: (name: EngineName, open: Open) => void): void {
  for (const name of ['PGlite', 'PostgreSQL'] as const) {
    describe.skipIf(name === 'PostgreSQL' && isSkipped())(`on ${name}`, () => {
      // Before the first test, since PGlite takes its seconds and a hook has more time than a test.
      beforeAll(async () => void (await kept(name)));
      suite(name, async () => {
        const { database, empty } = await kept(name);
        await sql.raw(empty).execute(database.kysely);
        return database;
      });
    });
  }
}

type Kept = { readonly database: Database; readonly empty: string };

const opened = new Map<EngineName, Promise<Kept>>();

/** One a worker and engine, for all its files: they run one after the other, and each test begins with it empty. */
function kept(name: EngineName): Promise<Kept> {
  const found = opened.get(name);
  if (found) return found;
  const made = freshOptions(name)
    .then(openMigrated)
    .then(async (database) => ({ database, empty: await emptying(database) }));
  opened.set(name, made);
  return made;
}

/** For a suite of its own on a server: false where PostgreSQL isn't there to test on. */
export function isSkipped(): boolean {
  if (findPostgres() || process.env['CI'] === 'true') return false;
  noteSkipped(inject('puenteScratchFolder'));
  return true;
}

/** A new database on a server, not migrated. */
export async function freshServerUrl(): Promise<string> {
  const base = await clusterUrl(inject('puenteScratchFolder'));
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: `${base}/postgres` });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return `${base}/${name}`;
}

async function freshOptions(name: EngineName): Promise<DatabaseOptions> {
  return name === 'PostgreSQL'
    ? { kind: 'server', url: await freshServerUrl() }
    : { kind: 'embedded', folder: undefined, template: await template() };
}

/** A statement that empties all tables, however they refer to each other: of a few rows a tenth of what `truncate` takes. */
async function emptying(database: Database): Promise<string> {
  const tables = await database.kysely.introspection.getTables();
  const deletes = tables.map(({ schema = 'public', name }) => `delete from "${schema}"."${name}";`);
  return `do $$ begin set local session_replication_role = replica; ${deletes.join(' ')} end $$`;
}

/** A migrated cluster as a tar, made once a run: making one takes PGlite five seconds, unpacking it less than one. */
async function template(): Promise<string> {
  const scratch = inject('puenteScratchFolder');
  const path = join(scratch, 'template.tar.gz');
  const folder = join(scratch, 'template');
  try {
    mkdirSync(folder);
  } catch {
    while (!existsSync(path)) await sleep(50);
    return path;
  }
  await (await openMigrated({ kind: 'embedded', folder })).close();
  const thread = await startEngineThread({ folder, template: undefined });
  if (!thread.ok) throw new Error(thread.error.reason);
  const { rows } = await thread.value.call('dump', '');
  await thread.value.close();
  writeFileSync(`${path}.draft`, rows[0]?.['dump'] as Uint8Array);
  renameSync(`${path}.draft`, path);
  return path;
}
