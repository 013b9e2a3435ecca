import { sql } from 'kysely';
import type { Tries } from '#core/identity/tries.ts';
import type { Instant } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db, Trx } from '../schema.ts';

/** The buckets as they are, held until the transaction ends: of two who try at once, the second sees the first's try. */
export async function lockTries(
  trx: Trx,
  buckets: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, Tries>> {
  // Always in the same order, so that two who share two buckets never wait for each other.
  const sorted = [...new Set(buckets)].sort();
  await sql`
    insert into tries (bucket, level, at)
    select bucket, 0, ${at(now)} from unnest(${sorted}::text[]) as one (bucket) order by bucket
    on conflict do nothing`.execute(trx);
  const rows = await trx
    .selectFrom('tries')
    .selectAll()
    .where('bucket', 'in', sorted)
    .orderBy('bucket')
    .forUpdate()
    .execute();
  return new Map(rows.map(({ bucket, level, at: last }) => [bucket, { level, at: last }]));
}

export async function writeTries(trx: Trx, all: ReadonlyMap<string, Tries>): Promise<void> {
  for (const [bucket, tries] of all) {
    await trx
      .updateTable('tries')
      .set({ level: tries.level, at: at(tries.at) })
      .where('bucket', '=', bucket)
      .execute();
  }
}

/** They are kept for a day after the last one. */
export async function deleteTries(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('tries').where('at', '<', at(before)).execute();
}
