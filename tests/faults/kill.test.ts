import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { type DatabaseOptions, openDatabase } from '#server/db/database.ts';
import { freshServerUrl, isSkipped } from '#tests/support/databases.ts';
import { openMigrated } from '#tests/support/open-database.ts';
import { addOpenPool } from '#tests/support/records.ts';

/** So many that the process is killed, but on a very slow machine, before it has asked for all of them. */
const people = 6000;
/** PGlite makes a cluster and opens three times, which takes ten seconds when nothing else runs. */
const patience = 180_000;

test(
  'on PGlite nobody whose asking was acknowledged is lost by kill -9, and until then nobody else gets the folder',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'puente-kill-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
    const options: DatabaseOptions = { kind: 'embedded', folder };
    const inUse = (pid: number | undefined) => ({ ok: false, error: { kind: 'database-in-use', folder, pid } });
    await expectNobodyLost(options, async (child) => expect(await openDatabase(options)).toEqual(inUse(child.pid)));
  },
  patience,
);

test.skipIf(isSkipped())(
  'on PostgreSQL nobody whose asking was acknowledged is lost by kill -9',
  async () => expectNobodyLost({ kind: 'server', url: await freshServerUrl() }),
  patience,
);

async function expectNobodyLost(
  options: DatabaseOptions,
  meanwhile: (child: ChildProcess) => Promise<void> = async () => {},
): Promise<void> {
  await prepare(options);
  const acknowledged = await askUntilKilled(options, meanwhile);
  expect(acknowledged.size).toBeGreaterThan(0);

  const database = await openMigrated(options);
  const found = await database.kysely.selectFrom('requests').select('registrationId').execute();
  await database.close();
  const there = new Set<string>(found.map((row) => row.registrationId));
  expect([...acknowledged].filter((id) => !there.has(id))).toEqual([]);
}

async function prepare(options: DatabaseOptions): Promise<void> {
  const database = await openMigrated(options);
  await addOpenPool(database);
  await sql`insert into accounts (subject_token, email_token, email_sealed, locale, created_at)
    select n, n, '', 'es', now() from generate_series(1, ${people}::int) n`.execute(database.kysely);
  await sql`insert into registrations (account_id, state, primary_language, started_at, registered_at, secret_sealed)
    select id, 'registered', 'es', now(), now(), '' from accounts`.execute(database.kysely);
  await database.close();
}

/** The registrations whose asking the process acknowledged before it was killed, at a random moment. */
async function askUntilKilled(
  options: DatabaseOptions,
  meanwhile: (child: ChildProcess) => Promise<void>,
): Promise<ReadonlySet<string>> {
  const script = new URL('./asking-process.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const acknowledged = new Set<string>();
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => line === 'ready' || acknowledged.add(line));
  const closed = once(lines, 'close');
  await once(lines, 'line');
  await meanwhile(child);
  await Promise.race([closed, firstOf(acknowledged)]);
  await sleep(randomInt(1, 60));
  child.kill('SIGKILL');
  await closed;
  // Acknowledged or not, it went on until it was killed.
  expect(child.signalCode ?? (await once(child, 'exit'))[1]).toBe('SIGKILL');
  return acknowledged;
}

async function firstOf(acknowledged: ReadonlySet<string>): Promise<void> {
  while (acknowledged.size === 0) await sleep(1);
}
