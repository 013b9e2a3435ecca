import type { Selectable } from 'kysely';
import type { RequestState } from '#core/pool/request.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db, Schema, Trx } from '../schema.ts';

export type Pool = Readonly<Selectable<Schema['pools']>>;

export async function findOpenPool(db: Db): Promise<Pool | undefined> {
  return db.selectFrom('pools').selectAll().where('state', '=', 'open').executeTakeFirst();
}

export async function findPool(db: Db, day: LocalDay): Promise<Pool | undefined> {
  return db.selectFrom('pools').selectAll().where('day', '=', day).executeTakeFirst();
}

/** The open one and those that wait for their draw, held as they are: whoever closes one waits for the transaction. */
export async function shareUndrawnPools(trx: Trx): Promise<readonly Pool[]> {
  return trx.selectFrom('pools').selectAll().where('state', 'in', ['open', 'closed']).forShare().execute();
}

/** Names of all policies that pools were opened with. */
export async function policiesOfPools(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('pools').select('policy').distinct().execute();
  return rows.map(({ policy }) => policy);
}

/** The latest in any state. */
export async function findLastPool(db: Db): Promise<Pool | undefined> {
  return db.selectFrom('pools').selectAll().orderBy('day', 'desc').limit(1).executeTakeFirst();
}

export async function findPoolBefore(db: Db, day: LocalDay): Promise<Pool | undefined> {
  return db.selectFrom('pools').selectAll().where('day', '<', day).orderBy('day', 'desc').limit(1).executeTakeFirst();
}

/** The earliest that is closed and waits for its draw. */
export async function findClosedPool(db: Db): Promise<Pool | undefined> {
  return closedPool(db).executeTakeFirst();
}

function closedPool(db: Db) {
  return db.selectFrom('pools').selectAll().where('state', '=', 'closed').orderBy('day').limit(1);
}

/**
 * The earliest that is closed and waits for its draw, held until the transaction ends: of two who draw at the same
 * moment the slower one waits here, and finds none.
 */
export async function lockClosedPool(trx: Trx): Promise<Pool | undefined> {
  return closedPool(trx).forUpdate().executeTakeFirst();
}

/** Numbered after the last one. False if one is open, or this day had its pool already. */
export async function openPool(
  db: Db,
  pool: { readonly day: LocalDay; readonly policy: string; readonly now: Instant },
): Promise<boolean> {
  const added = await db
    .insertInto('pools')
    .columns(['day', 'drawNumber', 'state', 'policy', 'openedAt'])
    .expression((eb) =>
      eb
        .selectFrom('pools')
        .select((of) => [
          of.cast<LocalDay>(of.val(pool.day), 'date').as('day'),
          of(of.fn.coalesce(of.fn.max('drawNumber'), of.lit(0)), '+', of.lit(1)).as('drawNumber'),
          of.val('open' as const).as('state'),
          of.val(pool.policy).as('policy'),
          at(pool.now).as('openedAt'),
        ]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('day')
    .executeTakeFirst();
  return added !== undefined;
}

/**
 * open → closed. Waits for everybody who is just asking; whoever comes later sees it closed. False if it wasn't open.
 * In the same transaction: freezeRequests.
 */
export async function closePool(db: Db, day: LocalDay, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('pools')
    .set({ state: 'closed', closedAt: at(now) })
    .where('day', '=', day)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** closed → drawn. False if it wasn't closed, or is drawn already. */
export async function markDrawn(db: Db, day: LocalDay, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('pools')
    .set({ state: 'drawn', drawnAt: at(now) })
    .where('day', '=', day)
    .where('state', '=', 'closed')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** closed → postponed, of one that `lockClosedPool` holds: it will never be drawn. False if it wasn't closed. */
export async function markPostponed(trx: Trx, day: LocalDay): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('pools')
    .set({ state: 'postponed' })
    .where('day', '=', day)
    .where('state', '=', 'closed')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** An open pool takes its requests along to a later day. False if it isn't open any more. */
export async function movePool(
  db: Db,
  day: LocalDay,
  to: { readonly day: LocalDay; readonly policy: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('pools')
    .set(to)
    .where('day', '=', day)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Requests of the day by state; a state that none is in is missing. */
export async function countRequests(db: Db, day: LocalDay): Promise<Readonly<Partial<Record<RequestState, number>>>> {
  const rows = await db
    .selectFrom('requests')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .where('day', '=', day)
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.state, row.count]));
}
