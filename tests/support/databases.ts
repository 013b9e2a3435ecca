import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';
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
      let database: Database | undefined;
      // Before the first test, since PGlite takes its seconds and a hook has more time than a test.
      beforeAll(async () => {
        database = await freshOptions(name).then(openMigrated);
      });
      afterAll(async () => database?.close());
      suite(name, async () => {
        if (!database) throw new Error('open() is for tests and their hooks, not for the suite itself');
        return emptied(database);
      });
    });
  }
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

async function emptied(database: Database): Promise<Database> {
  const tables = await database.kysely.introspection.getTables();
  await sql`truncate ${sql.join(tables.map((table) => sql.id(table.schema ?? 'public', table.name)))} cascade`.execute(
    database.kysely,
  );
  return database;
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
