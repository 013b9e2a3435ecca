import { sql } from 'kysely';
import type { Db, Trx } from '../schema.ts';

/**
 * A leaf for each registration that has none yet, and another one where its date has moved (core/draw/registration-log.ts
 * says what is in it). In the order registered; what was written before stays as it is.
 */
export async function appendRegistrations(trx: Trx): Promise<void> {
  await sql`
    insert into registration_log (n, leaf)
    select (select coalesce(max(n), 0) from registration_log) + row_number() over (order by registered_at, id), leaf
    from (
      select id, registered_at,
        encode(sha256(convert_to(id::text || to_char(registered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'UTF8')), 'hex') as leaf
      from registrations where registered_at is not null
    ) one
    where not exists (select from registration_log where registration_log.leaf = one.leaf)`.execute(trx);
}

/** The first so many, 64 hex each; all unless told. */
export async function logLeaves(db: Db, size?: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('registrationLog')
    .select('leaf')
    .$if(size !== undefined, (all) => all.where('n', '<=', size ?? 0))
    .orderBy('n')
    .execute();
  return rows.map(({ leaf }) => leaf);
}
