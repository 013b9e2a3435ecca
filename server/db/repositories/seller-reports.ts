import type { Selectable } from 'kysely';
import type { Instant } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db, Schema } from '../schema.ts';

export type SellerReportRow = Readonly<Selectable<Schema['sellerReports']>>;

/** `sealed` for the id. */
export async function addSellerReport(
  db: Db,
  { now, ...report }: Pick<SellerReportRow, 'id' | 'act' | 'sealed'> & { readonly now: Instant },
): Promise<void> {
  await db
    .insertInto('sellerReports')
    .values({ ...report, at: at(now) })
    .execute();
}

/** The newest first. */
export async function listSellerReports(db: Db, limit: number): Promise<readonly SellerReportRow[]> {
  return db.selectFrom('sellerReports').selectAll().orderBy('at', 'desc').limit(limit).execute();
}

export async function countSellerReports(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('sellerReports')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
