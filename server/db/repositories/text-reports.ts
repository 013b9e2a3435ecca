import type { Selectable } from 'kysely';
import type { Instant } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db, Schema } from '../schema.ts';

export type TextReportRow = Readonly<Selectable<Schema['textReports']>>;

/** `sealed` for the id. Told before with the same token, it is counted, unless that was after `sameClickSince`. */
export async function keepTextReport(
  db: Db,
  {
    now,
    sameClickSince,
    ...report
  }: Pick<TextReportRow, 'id' | 'token' | 'locale' | 'screen' | 'sealed'> & {
    readonly now: Instant;
    readonly sameClickSince: Instant;
  },
): Promise<void> {
  await db
    .insertInto('textReports')
    .values({ ...report, at: at(now) })
    .onConflict((conflict) =>
      conflict
        .column('token')
        .doUpdateSet((told) => ({ times: told('textReports.times', '+', 1), at: at(now) }))
        .where('textReports.at', '<=', at(sameClickSince)),
    )
    .execute();
}

/** By language and screen, the latest first; no more than `most`, those that were told last. */
export async function listTextReports(db: Db, most: number): Promise<readonly TextReportRow[]> {
  return db
    .selectFrom((from) => from.selectFrom('textReports').selectAll().orderBy('at', 'desc').limit(most).as('latest'))
    .selectAll()
    .orderBy('locale')
    .orderBy('screen')
    .orderBy('at', 'desc')
    .execute();
}

/** Counted from when they were last told. */
export async function deleteTextReports(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('textReports').where('at', '<', at(before)).execute();
}
