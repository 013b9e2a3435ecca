import { type Selectable, sql } from 'kysely';
import type { PortCode, RegistrationId, RequestId } from '#core/ids.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db, Schema, Trx } from '../schema.ts';

export type FreedPlace = Readonly<Selectable<Schema['freedPlaces']>>;

/**
 * The draw's log is one line after the other: whoever writes waits here for who writes now. Before any slot is touched,
 * so that nobody who holds a slot waits for the log.
 */
export async function lockFreedLog(
  trx: Trx,
  day: LocalDay,
): Promise<{ readonly resultHash: string; readonly drawnAt: Instant }> {
  await trx.selectFrom('pools').select('day').where('day', '=', day).forUpdate().executeTakeFirstOrThrow();
  return trx
    .selectFrom('draws')
    .select(['resultHash', 'drawnAt'])
    .where('day', '=', day)
    .where('drawnAt', 'is not', null)
    .$narrowType<{ resultHash: string; drawnAt: Instant }>()
    .executeTakeFirstOrThrow();
}

export async function freedLog(db: Db, day: LocalDay): Promise<readonly FreedPlace[]> {
  return db.selectFrom('freedPlaces').selectAll().where('day', '=', day).orderBy('n').execute();
}

export async function addFreed(trx: Trx, { at: moment, ...line }: FreedPlace): Promise<void> {
  await trx
    .insertInto('freedPlaces')
    .values({ ...line, at: at(moment) })
    .execute();
}

/** Draws from that day on of which places have come back. */
export async function daysWithFreed(db: Db, from: LocalDay): Promise<readonly LocalDay[]> {
  const rows = await db
    .selectFrom('freedPlaces')
    .select('day')
    .distinct()
    .where('day', '>=', from)
    .orderBy('day')
    .execute();
  return rows.map((row) => row.day);
}

export type Candidate = {
  readonly id: RequestId;
  readonly registrationId: RegistrationId;
  readonly dailyId: string;
  readonly size: number;
  readonly ports: readonly PortCode[];
  /** Decision 0016: she still waits, with as many people as were drawn, and has nothing better. */
  readonly waits: boolean;
};

/** The foremost in ticket order that the draw gave nothing and the log has not passed, who list one of the ports. */
export async function nextCandidates(
  trx: Trx,
  of: { readonly day: LocalDay; readonly ports: readonly string[]; readonly drawnAt: Instant; readonly limit: number },
): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    select own.id, own.registration_id, own.daily_id, own.size, own.ports,
      registrations.state = 'registered' and registrations.size = own.size
        and not exists (
          select from requests other
          where other.registration_id = own.registration_id
            and (other.state in ('closed', 'chosen') or (other.state = 'withdrawn' and other.ended_at >= ${at(of.drawnAt)}))
        )
        and not exists (
          select from offers where offers.registration_id = own.registration_id and made_at >= ${at(of.drawnAt)}
        )
        and not exists (
          select from appointments
          where appointments.registration_id = own.registration_id and state in ('booked', 'checked-in')
        )
        and not exists (
          select from standing_requests standing
          where standing.registration_id = own.registration_id and standing.state <> 'live'
        ) as waits
    from requests own join registrations on registrations.id = own.registration_id
    where own.day = ${of.day} and own.state = 'not-chosen' and own.ports && ${[...of.ports]}::text[]
      and not exists (
        select from freed_places passed
        where passed.day = own.day and passed.daily_id = own.daily_id and passed.act in ('gone', 'give')
      )
    order by own.ticket_position
    limit ${of.limit}`.execute(trx);
  return rows;
}

/** not-chosen → chosen, and what she asked for since is taken back: the place is better than a chance. */
export async function chooseFreed(trx: Trx, candidate: Candidate, now: Instant): Promise<boolean> {
  await trx
    .updateTable('requests')
    .set({ state: 'withdrawn', endedAt: at(now) })
    .where('registrationId', '=', candidate.registrationId)
    .where('state', '=', 'waiting')
    .execute();
  const { numUpdatedRows } = await trx
    .updateTable('requests')
    .set({ state: 'chosen', endedAt: null })
    .where('id', '=', candidate.id)
    .where('state', '=', 'not-chosen')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The line of an offer's request in its draw: what the log calls her, and how many people were drawn. */
export async function drawnLine(db: Db, id: RequestId): Promise<{ readonly dailyId: string; readonly size: number }> {
  return db
    .selectFrom('requests')
    .select(['dailyId', 'size'])
    .where('id', '=', id)
    .$narrowType<{ dailyId: string }>()
    .executeTakeFirstOrThrow();
}
