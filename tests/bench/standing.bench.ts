import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { enterStanding } from '#server/use-cases/keep-standing.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { makeTown, must, operator, type Town } from '#tests/support/town.ts';

// `PUENTE_BENCH_PEOPLE=10000 PUENTE_BENCH_RUNS=1 npm run bench` for a quick look. Prints medians, in seconds.
const people = Number(process.env['PUENTE_BENCH_PEOPLE'] ?? 100_000);
const runs = Number(process.env['PUENTE_BENCH_RUNS'] ?? 3);
const afternoon = '2027-03-10T15:00:00-05:00';
const rowsAtOnce = 10_000;

eachDatabase((name, open) => {
  test(`${people} people who ask each day: entering the pool, closing it, drawing`, async () => {
    const seconds: Record<'enter' | 'close' | 'draw', number[]> = { enter: [], close: [], draw: [] };
    for (let run = 0; run < runs; run += 1) {
      const town = await makeTown(await open(), afternoon);
      await addPeople(town);
      const time = async <Value>(what: keyof typeof seconds, work: () => Promise<Value>): Promise<Value> => {
        const begun = performance.now();
        const done = await work();
        seconds[what].push((performance.now() - begun) / 1000);
        return done;
      };
      expect(await time('enter', () => enterStanding(town.tools))).toBe(people);
      must(await time('close', () => town.services.closePool({ actor: operator })));
      must(await time('draw', () => town.services.drawPool({ actor: operator })));
    }
    const words = Object.entries(seconds).map(([what, all]) => `${what} ${median(all).toFixed(1)} s`);
    process.stdout.write(`\n${name}, ${people} people, median of ${runs}: ${words.join(', ')}\n`);
  });
});

/** As rows alone: what their people answered plays no part here. */
async function addPeople({ tools }: Town): Promise<void> {
  const db = tools.db.kysely;
  for (let from = 0; from < people; from += rowsAtOnce) {
    const ids = Array.from({ length: Math.min(rowsAtOnce, people - from) }, () => randomUUID());
    const secrets = ids.map((row) => {
      const place = { table: 'registrations', column: 'secret_sealed', row };
      return Buffer.from(tools.vault.seal(randomBytes(32), place)).toString('hex');
    });
    await sql`
      insert into accounts (id, subject_token, email_token, email_sealed, locale, created_at)
      select id, id::text, id::text, '', 'ht', now() from unnest(${ids}::uuid[]) as one (id)`.execute(db);
    await sql`
      insert into registrations (id, account_id, state, primary_language, started_at, registered_at, secret_sealed, port_choices)
      select id, id, 'registered', 'ht', at, at, decode(secret, 'hex'),
        case n % 3 when 0 then array['laredo'] when 1 then array['nogales', 'laredo']
          else array['el-paso', 'laredo', 'nogales'] end
      from (
        select id, secret, n, timestamptz '2026-06-01' + n * interval '1 minute' as at
        from unnest(${ids}::uuid[], ${secrets}::text[]) with ordinality as one (id, secret, n)
      ) made`.execute(db);
  }
  await sql`
    insert into acceptances (registration_id, document, version, locale, sha256, accepted_at)
    select id, 'terms', '2027-01', 'ht', repeat('0', 64), registered_at from registrations`.execute(db);
  await sql`
    insert into standing_requests (registration_id, state, since, changed_at, last_sign_at)
    select id, 'live', at, at, at from registrations cross join (select ${afternoon}::timestamptz as at) now`.execute(
    db,
  );
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
