import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import { afterEach, expect, test } from 'vitest';
import { eachDatabase } from '#tests/support/databases.ts';
import { addTestAccount, noon } from '#tests/support/records.ts';
import { at, json } from './columns.ts';
import { openDatabase } from './database.ts';
import { DatabaseError, refusedBy } from './errors.ts';
import { findAccount } from './repositories/accounts.ts';
import { recentActs, recordAct } from './repositories/audit.ts';

eachDatabase((_, open) => {
  const bosses: PgBoss[] = [];
  afterEach(async () => {
    for (const boss of bosses.splice(0)) await boss.stop({ graceful: false });
  });

  test('values are read alike on both engines', async () => {
    const database = await open();
    const { kysely } = database;
    const text = `select 9007199254740991::int8 as int8, '\\x00ff'::bytea as bytea, '2027-02-28'::date as date,
      '2027-01-05 12:00:00.123456-05'::timestamptz as at, '0044-03-15'::date as ides, null::bytea as nothing,
      '{a,"b,c"}'::text[] as texts, '{"deep":{"snake_case":[1]}}'::jsonb as json, 1.5::float8 as float, true as bool`;
    const expected = {
      int8: 9_007_199_254_740_991,
      bytea: new Uint8Array([0, 255]),
      date: '2027-02-28',
      at: noon + 123,
      ides: '0044-03-15',
      nothing: null,
      texts: ['a', 'b,c'],
      json: { deep: { snake_case: [1] } },
      float: 1.5,
      bool: true,
    };
    expect((await sql.raw(text).execute(kysely)).rows).toEqual([expected]);
    expect(await database.run({ name: 'values', text }, [])).toEqual([expected]);
  });

  test('values are written alike on both engines', async () => {
    const { kysely } = await open();
    const bytes = new Uint8Array(300_000).map((_, index) => index);
    const { rows } = await sql`select ${bytes.subarray(1)}::bytea = ${bytes.slice(1)}::bytea as bytes,
      ${at(noon)} as at, ${json([{ a: 'ü' }])} as json, ${['x', 'y,"z']}::text[] as texts`.execute(kysely);
    expect(rows).toEqual([{ bytes: true, at: noon, json: [{ a: 'ü' }], texts: ['x', 'y,"z'] }]);
  });

  test('a bare number is no moment, on neither engine', async () => {
    const { kysely } = await open();
    await expect(sql`select ${noon}::timestamptz`.execute(kysely)).rejects.toThrow();
  });

  test('an int8 that a number can not hold is an error rather than another number', async () => {
    const { kysely } = await open();
    await expect(sql`select 9007199254740993::int8`.execute(kysely)).rejects.toThrow('2^53');
    expect((await sql`select 1 as one`.execute(kysely)).rows).toEqual([{ one: 1 }]);
  });

  test('what the database refused is told by the constraint, and never repeats the values', async () => {
    const database = await open();
    const insert = sql`insert into sessions (token_hash, role, locale, created_at, seen_at, outcome_page)
      values ('marisol@example.org', 'anonymous', 'es', now(), now(), 'ask/send')`.execute(database.kysely);
    const error: unknown = await insert.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DatabaseError);
    expect(refusedBy(error)).toBe('sessions_outcome_whole');
    expect(inspect(error, { showHidden: true, depth: 5 })).not.toMatch(/marisol/);
    expect((error as DatabaseError).stack).toContain('database.test.ts');
  });

  test('a transaction that throws leaves nothing, one that returns leaves all', async () => {
    const database = await open();
    const act = { actor: 'schedule', action: 'close-pool', detail: {}, now: noon };
    const failing = database.transaction(async (trx) => {
      await recordAct(trx, act);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await recentActs(database.kysely)).toEqual([]);
    expect(await database.transaction(async (trx) => recordAct(trx, act).then(() => 'yes'))).toBe('yes');
    expect(await recentActs(database.kysely)).toMatchObject([{ action: 'close-pool', at: noon }]);
  });

  test('whoever catches a refused statement in a transaction and goes on hears that nothing was stored', async () => {
    const database = await open();
    const swallowing = database.transaction(async (trx) => {
      await recordAct(trx, { actor: 'schedule', action: 'close-pool', detail: {}, now: noon });
      await sql`select 1 / 0`.execute(trx).catch(() => 'never mind');
    });
    await expect(swallowing).rejects.toThrow('rolled back instead of committed');
    expect(await recentActs(database.kysely)).toEqual([]);
  });

  test('inside a transaction the database itself is refused, rather than waited for without end', async () => {
    const database = await open();
    const account = await addTestAccount(database);
    await database.transaction(async (trx) => {
      expect(await findAccount(trx, account)).toBeDefined();
      await expect(findAccount(database.kysely, account)).rejects.toThrow('use its trx');
      await expect(database.run({ name: 'one', text: 'select 1' }, [])).rejects.toThrow('use its trx');
    });
    expect(await findAccount(database.kysely, account)).toBeDefined();
  });

  test('transactions at the same time do not see each other, and each has its own outcome', async () => {
    const database = await open();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, (_, turn) =>
        database.transaction(async (trx) => {
          await recordAct(trx, { actor: String(turn), action: 'try', detail: {}, now: noon });
          if (turn % 3 === 0) throw new Error('third');
        }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.status === 'rejected')).toHaveLength(4);
    expect((await recentActs(database.kysely)).map((act) => Number(act.actor) % 3)).not.toContain(0);
  });

  test('pg-boss runs on it, and a job sent in a transaction is there only if that commits', async () => {
    const database = await open();
    const boss = new PgBoss({ ...database.pgBoss, schema: 'jobs', supervise: false, schedule: false });
    bosses.push(boss);
    boss.on('error', () => {});
    await boss.start();
    await boss.createQueue('notices');
    const failing = database.transaction(async (trx) => {
      await boss.send('notices', { id: 'lost' }, { db: database.pgBossIn(trx) });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await database.transaction(async (trx) => {
      await boss.send('notices', { id: 'kept' }, { db: database.pgBossIn(trx) });
    });
    const jobs = await boss.fetch<{ id: string }>('notices', { batchSize: 10, includeMetadata: true });
    expect(jobs.map((job) => job.data)).toEqual([{ id: 'kept' }]);
    expect(jobs[0]?.createdOn).toBeInstanceOf(Date);
  });

  test('a statement of pg-boss that fails leaves the connection usable', async () => {
    const database = await open();
    await expect(database.pgBoss.db.executeSql('begin; select 1/0; commit')).rejects.toThrow('division by zero');
    expect(await database.run({ name: 'two', text: 'select 2 as two' }, [])).toEqual([{ two: 2 }]);
  });

  test('it can be maintained while it is used', async () => {
    const database = await open();
    await Promise.all([database.maintain(), addTestAccount(database)]);
  });
});

test.each(['postgres://127.0.0.1:1/none', 'postgres://no-such-host.invalid/db', 'not an address'])(
  'a server that can not be reached is a value that says why: %s',
  async (url) => {
    expect(await openDatabase({ kind: 'server', url })).toMatchObject({
      ok: false,
      error: { kind: 'database-unreachable', reason: expect.stringMatching(/./) as string },
    });
  },
);

test('a folder whose cluster is incomplete is refused, and nothing is made over it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'puente-incomplete-'));
  mkdirSync(join(folder, 'cluster', 'base'), { recursive: true });
  expect(await openDatabase({ kind: 'embedded', folder })).toEqual({
    ok: false,
    error: { kind: 'folder-unusable', folder, reason: 'its cluster is incomplete' },
  });
  expect(readdirSync(join(folder, 'cluster'))).toEqual(['base']);
});
