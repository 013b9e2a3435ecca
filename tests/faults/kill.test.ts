import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type DatabaseOptions, openDatabase } from '#server/db/database.ts';
import { freshServerUrl, isSkipped, openMigrated } from '#tests/support/databases.ts';
import { addOpenPool } from '#tests/support/records.ts';

const people = 6000;

describe.each([
  [
    'PGlite',
    async (): Promise<DatabaseOptions> => ({ kind: 'embedded', folder: mkdtempSync(join(tmpdir(), 'puente-kill-')) }),
  ],
  ['PostgreSQL', async (): Promise<DatabaseOptions> => ({ kind: 'server', url: await freshServerUrl() })],
])('on %s', (name, makeOptions) => {
  test.skipIf(name === 'PostgreSQL' && isSkipped())(
    'nobody whose asking was acknowledged is lost when the process is killed with -9',
    async () => {
      const options = await makeOptions();
      await prepare(options);
      const acknowledged = await askUntilKilled(options);
      expect(acknowledged.size).toBeGreaterThan(0);

      const database = await openMigrated(options);
      const found = await database.kysely.selectFrom('requests').select('registrationId').execute();
      await database.close();
      const there = new Set<string>(found.map((row) => row.registrationId));
      expect([...acknowledged].filter((id) => !there.has(id))).toEqual([]);
    },
    60_000,
  );
});

test('a second process is refused the data folder while the first one has it, and gets it when that one is killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'puente-second-'));
  const options: DatabaseOptions = { kind: 'embedded', folder };
  await prepare(options);
  const child = startAsking(options);
  await once(child.stdout, 'data');
  expect(await openDatabase(options)).toEqual({
    ok: false,
    error: { kind: 'database-in-use', folder, pid: child.pid },
  });
  child.kill('SIGKILL');
  await once(child, 'exit');
  await (await openMigrated(options)).close();
}, 60_000);

/** Registrations enough that the process is killed, but on a very slow machine, before it has asked for all of them. */
async function prepare(options: DatabaseOptions): Promise<void> {
  const database = await openMigrated(options);
  await addOpenPool(database);
  await sql`insert into accounts (subject_token, email_token, email_sealed, locale, created_at)
    select n, n, '', 'es', now() from generate_series(1, ${people}::int) n`.execute(database.kysely);
  await sql`insert into registrations (account_id, state, primary_language, started_at, registered_at, secret_sealed)
    select id, 'registered', 'es', now(), now(), '' from accounts`.execute(database.kysely);
  await database.close();
}

async function askUntilKilled(options: DatabaseOptions): Promise<ReadonlySet<string>> {
  const child = startAsking(options);
  const acknowledged = new Set<string>();
  const lines = createInterface({ input: child.stdout });
  const first = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      if (line === 'ready') return;
      acknowledged.add(line);
      resolve();
    });
  });
  await first;
  await sleep(randomInt(1, 60));
  child.kill('SIGKILL');
  await once(lines, 'close');
  // Acknowledged or not, it went on until it was killed.
  expect(child.signalCode ?? (await once(child, 'exit'))[1]).toBe('SIGKILL');
  return acknowledged;
}

function startAsking(options: DatabaseOptions) {
  const script = new URL('./asking-process.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}
