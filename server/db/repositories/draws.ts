import { type Selectable, sql } from 'kysely';
import type { LastPositions } from '#core/draw/last-positions.ts';
import type { DayRoot } from '#core/draw/registration-log.ts';
import type { RegistrationId } from '#core/ids.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';
import { at, json } from '../columns.ts';
import type { Db, Schema } from '../schema.ts';

export type Draw = Readonly<Selectable<Schema['draws']>>;
export type OperatorChain = Readonly<Selectable<Schema['operatorChain']>>;

/** With its files, which are large. */
export async function findDraw(db: Db, day: LocalDay): Promise<Draw | undefined> {
  return db.selectFrom('draws').selectAll().where('day', '=', day).executeTakeFirst();
}

type Announced = Pick<
  Draw,
  'day' | 'number' | 'announcement' | 'capacity' | 'pool' | 'previousResult' | 'slotKeySealed'
> &
  Pick<Draw, 'season' | 'draw' | 'logSize' | 'logRoot'>;

/** What is fixed when the pool closes. `slotKeySealed` is sealed for `draws` and the day. */
export async function announceDraw(db: Db, draw: Announced): Promise<void> {
  await db.insertInto('draws').values(draw).execute();
}

export type DrawResult = {
  readonly result: string;
  readonly slots: string;
  readonly summary: string;
  readonly reveal: string;
  readonly seed: string;
  readonly resultHash: string;
  readonly slotRoot: string;
  readonly cutoffs: unknown;
  readonly lastPositions: LastPositions;
  readonly now: Instant;
};

/** The announced round's, once. */
export async function keepDrandSignature(db: Db, day: LocalDay, drandSignature: string): Promise<void> {
  await db
    .updateTable('draws')
    .set({ drandSignature })
    .where('day', '=', day)
    .where('drandSignature', 'is', null)
    .execute();
}

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

export async function countChains(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('operatorChain')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
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

/** Of a season, in their order: without the large files. */
export type DrawOfSeason = {
  readonly day: LocalDay;
  readonly draw: number;
  readonly announcement: string;
  /** Null of a draw that waits, or was postponed. */
  readonly resultHash: string | null;
  readonly isPostponed: boolean;
};

export async function drawsOfSeason(db: Db, season: number): Promise<readonly DrawOfSeason[]> {
  const rows = await db
    .selectFrom('draws')
    .innerJoin('pools', 'pools.day', 'draws.day')
    .select(['draws.day', 'draws.draw', 'draws.announcement', 'draws.resultHash', 'pools.state'])
    .where('draws.season', '=', season)
    .orderBy('draws.draw')
    .$narrowType<{ draw: number }>()
    .execute();
  return rows.map(({ state, ...draw }) => ({ ...draw, isPostponed: state === 'postponed' }));
}

export async function lastDrawOfSeason(
  db: Db,
  season: number,
): Promise<{ readonly day: LocalDay; readonly draw: number; readonly resultHash: string | null } | undefined> {
  return db
    .selectFrom('draws')
    .select(['day', 'draw', 'resultHash'])
    .where('season', '=', season)
    .orderBy('draw', 'desc')
    .limit(1)
    .$narrowType<{ draw: number }>()
    .executeTakeFirst();
}

const publicColumns = [
  'draws.day',
  'draws.season',
  'draws.draw',
  'draws.announcement',
  'draws.capacity',
  'draws.summary',
  'draws.drandSignature',
  'draws.logSize',
  'draws.logRoot',
  'draws.drawnAt',
  'pools.state',
  'pools.closedAt',
] as const;

/** What a draw's stage and its smaller files follow from. */
export type AnnouncedDraw = NonNullable<Awaited<ReturnType<typeof findAnnounced>>>;

/** Of those since there are seasons; without the large files. */
export async function findAnnounced(db: Db, day: LocalDay) {
  return announced(db).where('draws.day', '=', day).executeTakeFirst();
}

/** The latest first. */
export async function announcedDraws(db: Db): Promise<readonly AnnouncedDraw[]> {
  return announced(db).orderBy('draws.day', 'desc').execute();
}

function announced(db: Db) {
  return db
    .selectFrom('draws')
    .innerJoin('pools', 'pools.day', 'draws.day')
    .select(publicColumns)
    .where('draws.season', 'is not', null)
    .$narrowType<{ season: number; draw: number; logSize: number; logRoot: string; closedAt: Instant }>();
}

/** The day of the last announcement before that day's, with its text: what was public when somebody asked. */
export async function announcementBefore(db: Db, day: LocalDay): Promise<string | undefined> {
  const found = await db
    .selectFrom('draws')
    .select('announcement')
    .where('day', '<', day)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found?.announcement;
}

/** Of the registrations' log, which goes on through all seasons. */
export async function logRoots(db: Db): Promise<readonly DayRoot[]> {
  const rows = await db
    .selectFrom('draws')
    .select(['day', 'logSize as size', 'logRoot as root'])
    .where('logRoot', 'is not', null)
    .orderBy('day')
    .$narrowType<{ size: number; root: string }>()
    .execute();
  return rows;
}

/** The announcement of the draw that her booked appointment comes from. */
export async function announcementOfBooked(db: Db, registrationId: RegistrationId): Promise<string> {
  const found = await db
    .selectFrom('appointments')
    .innerJoin('offers', 'offers.id', 'appointments.offerId')
    .innerJoin('draws', 'draws.day', 'offers.day')
    .select('draws.announcement')
    .where('appointments.registrationId', '=', registrationId)
    .where('appointments.state', '=', 'booked')
    .executeTakeFirstOrThrow();
  return found.announcement;
}
