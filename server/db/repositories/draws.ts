import { type Selectable, sql } from 'kysely';
import type { LastPositions } from '#core/draw/last-positions.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';
import { at, json } from '../columns.ts';
import type { Db, Schema } from '../schema.ts';

export type Draw = Readonly<Selectable<Schema['draws']>>;
export type OperatorChain = Readonly<Selectable<Schema['operatorChain']>>;

/** With its files, which are large. */
export async function findDraw(db: Db, day: LocalDay): Promise<Draw | undefined> {
  return db.selectFrom('draws').selectAll().where('day', '=', day).executeTakeFirst();
}

/** What is fixed when the pool closes. `slotKeySealed` is sealed for `draws` and the day. */
export async function announceDraw(
  db: Db,
  draw: Pick<Draw, 'day' | 'number' | 'announcement' | 'capacity' | 'pool' | 'previousResult' | 'slotKeySealed'>,
): Promise<void> {
  await db.insertInto('draws').values(draw).execute();
}

export type DrawResult = {
  readonly result: string;
  readonly slots: string;
  readonly reveal: string;
  readonly seed: string;
  readonly resultHash: string;
  readonly slotRoot: string;
  readonly cutoffs: unknown;
  readonly lastPositions: LastPositions;
  readonly now: Instant;
};

/** False if it has its result already: there is never another draw. */
export async function recordResult(
  db: Db,
  day: LocalDay,
  { now, cutoffs, lastPositions, ...texts }: DrawResult,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('draws')
    .set({ ...texts, cutoffs: json(cutoffs), lastPositions: json(lastPositions), drawnAt: at(now) })
    .where('day', '=', day)
    .where('drawnAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export type LastDraw = {
  readonly day: LocalDay;
  readonly number: number;
  readonly resultHash: string;
  readonly drawnAt: Instant;
  readonly requests: number;
  readonly chosen: number;
};

/** The last one with a result, and how many took part. */
export async function findLastDraw(db: Db): Promise<LastDraw | undefined> {
  const { rows } = await sql<LastDraw>`
    select last.*, counted.requests, counted.chosen
    from (select day, number, result_hash, drawn_at from draws where drawn_at is not null order by number desc limit 1) last
    cross join lateral (
      select count(*)::int as requests, count(*) filter (where outcome <> '-')::int as chosen
      from requests where requests.day = last.day and outcome is not null
    ) counted`.execute(db);
  return rows[0];
}

export async function findChain(db: Db, season: string): Promise<OperatorChain | undefined> {
  return db.selectFrom('operatorChain').selectAll().where('season', '=', season).executeTakeFirst();
}

/** Made once before the season; one that is there stays. `lastSecretSealed` is sealed for `operator_chain` and season. */
export async function addChain(db: Db, chain: OperatorChain): Promise<void> {
  await db
    .insertInto('operatorChain')
    .values(chain)
    .onConflict((conflict) => conflict.column('season').doNothing())
    .execute();
}

/** What her line is told from: without the large files. */
export async function findCutOffs(
  db: Db,
  day: LocalDay,
): Promise<{ readonly announcement: string; readonly lastPositions: LastPositions | null } | undefined> {
  return db.selectFrom('draws').select(['announcement', 'lastPositions']).where('day', '=', day).executeTakeFirst();
}
