import type { Selectable } from 'kysely';
import type { Instant, LocalDay } from '#core/time/instant.ts';
import type { Escrow } from '#server/services/draws.ts';
import { at, json } from '../columns.ts';
import type { Db, Schema, Trx } from '../schema.ts';

export type OperatorKeyRow = Readonly<Selectable<Schema['operatorKey']>>;
export type SeasonParty = Readonly<Selectable<Schema['seasonParties']>>;
export type WitnessJoin = Readonly<Selectable<Schema['witnessJoins']>>;
export type DrawParty = Readonly<Selectable<Schema['drawParties']>>;

export async function findOperatorKey(db: Db): Promise<OperatorKeyRow | undefined> {
  return db.selectFrom('operatorKey').selectAll().executeTakeFirst();
}

/** Made once; one that is there stays. `seedSealed` is sealed for `operator_key` and row `1`. */
export async function addOperatorKey(db: Db, key: Omit<OperatorKeyRow, 'id'>): Promise<void> {
  await db
    .insertInto('operatorKey')
    .values({ id: 1, ...key })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Whoever begins a season or joins one waits for whoever does so at the moment. */
export async function lockSeasons(trx: Trx): Promise<void> {
  await trx.selectFrom('operatorKey').select('id').forUpdate().executeTakeFirstOrThrow();
}

/** Parties of the latest season, the operator first; none before the first. */
export async function lastSeason(db: Db): Promise<readonly SeasonParty[]> {
  return db
    .selectFrom('seasonParties')
    .selectAll()
    .where('season', '=', (eb) => eb.selectFrom('seasons').select((of) => of.fn.max('number').as('number')))
    .orderBy('ordinal')
    .execute();
}

export async function partiesOfSeason(db: Db, season: number): Promise<readonly SeasonParty[]> {
  return db.selectFrom('seasonParties').selectAll().where('season', '=', season).orderBy('ordinal').execute();
}

/** In the order of its parties. */
export async function addSeason(
  trx: Trx,
  season: {
    readonly number: number;
    readonly now: Instant;
    readonly parties: readonly Omit<SeasonParty, 'season' | 'ordinal'>[];
  },
): Promise<void> {
  await trx
    .insertInto('seasons')
    .values({ number: season.number, begunAt: at(season.now) })
    .execute();
  const rows = season.parties.map(({ escrow, ...party }, ordinal) => ({
    ...party,
    season: season.number,
    ordinal,
    escrow: escrow && json(escrow),
  }));
  await trx.insertInto('seasonParties').values(rows).execute();
}

/** The name's keys in all seasons: who was in one signs its draws to the end. */
export async function keysOfParty(db: Db, name: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('seasonParties')
    .select('key')
    .distinct()
    .where('name', '=', name)
    .where('ordinal', '>', 0)
    .execute();
  return rows.map(({ key }) => key);
}

/** Those of the tips that a season had: a chain is good for one. */
export async function usedTips(db: Db, tips: readonly string[]): Promise<readonly string[]> {
  if (tips.length === 0) return [];
  const rows = await db.selectFrom('seasonParties').select('tip').where('tip', 'in', tips).execute();
  return rows.map(({ tip }) => tip);
}

export async function witnessJoins(db: Db): Promise<readonly WitnessJoin[]> {
  return db.selectFrom('witnessJoins').selectAll().execute();
}

export async function keepJoin(
  trx: Trx,
  join: Omit<WitnessJoin, 'joinedAt' | 'escrow'> & { readonly escrow: Escrow | null; readonly now: Instant },
): Promise<void> {
  const { now, escrow, name, ...rest } = join;
  const row = { ...rest, escrow: escrow && json(escrow), joinedAt: at(now) };
  await trx
    .insertInto('witnessJoins')
    .values({ name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute();
}

/** What each party of a draw did so far, in their order; none of a draw from before there were seasons. */
export async function partiesOf(db: Db, day: LocalDay): Promise<readonly DrawParty[]> {
  return db.selectFrom('drawParties').selectAll().where('day', '=', day).orderBy('ordinal').execute();
}

/** Of several draws. */
export async function partiesOfDraws(db: Db, days: readonly LocalDay[]): Promise<readonly DrawParty[]> {
  if (days.length === 0) return [];
  return db.selectFrom('drawParties').selectAll().where('day', 'in', days).orderBy('ordinal').execute();
}

/** Held until the transaction ends: two who sign at once come one after the other, and the last one sees all. */
export async function lockParties(trx: Trx, day: LocalDay): Promise<readonly DrawParty[]> {
  return trx.selectFrom('drawParties').selectAll().where('day', '=', day).orderBy('ordinal').forUpdate().execute();
}

export async function addParties(trx: Trx, day: LocalDay, names: readonly string[]): Promise<void> {
  await trx
    .insertInto('drawParties')
    .values(names.map((name, ordinal) => ({ day, ordinal, name })))
    .execute();
}

type Act = Partial<Pick<DrawParty, 'announcementSignature' | 'registrationsSignature' | 'reveal' | 'summarySignature'>>;

export async function keepAct(trx: Trx, { day, ordinal }: Pick<DrawParty, 'day' | 'ordinal'>, act: Act): Promise<void> {
  await trx.updateTable('drawParties').set(act).where('day', '=', day).where('ordinal', '=', ordinal).execute();
}

/**
 * Whether no pool may close now: an announced draw is not made yet, or was postponed before the parties of the season
 * revealed what the next announcement has to name.
 */
export async function isHeldUp(db: Db): Promise<boolean> {
  const found = await db
    .selectFrom('pools')
    .leftJoin('draws', 'draws.day', 'pools.day')
    .select('pools.day')
    .where((eb) =>
      eb.or([
        eb('pools.state', '=', 'closed'),
        eb.and([
          eb('pools.state', '=', 'postponed'),
          eb(
            'draws.season',
            '=',
            eb.selectFrom('seasons').select((of) => of.fn.max('number').as('number')),
          ),
          eb(
            'pools.day',
            '=',
            eb.selectFrom('draws').select((of) => of.fn.max('day').as('day')),
          ),
          eb.exists(
            eb
              .selectFrom('drawParties')
              .select('ordinal')
              .whereRef('drawParties.day', '=', 'pools.day')
              .where('reveal', 'is', null),
          ),
        ]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
