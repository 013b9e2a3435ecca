import { type Selectable, sql } from 'kysely';
import type { PortCode, RegistrationId, RequestId } from '#core/ids.ts';
import type { AppointmentState } from '#core/offer/appointment.ts';
import type { OfferState } from '#core/offer/offer.ts';
import { liveRequestStates, type RequestState } from '#core/pool/request.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db, Schema, Trx } from '../schema.ts';

// Asking itself is in ask-statement.ts.

export type Request = Readonly<Selectable<Schema['requests']>>;

export async function findRequest(db: Db, id: RequestId): Promise<Request | undefined> {
  return db.selectFrom('requests').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The one that waits, is closed or chosen: there is one at most. */
export async function findLiveRequest(db: Db, registrationId: RegistrationId): Promise<Request | undefined> {
  return db
    .selectFrom('requests')
    .selectAll()
    .where('registrationId', '=', registrationId)
    .where('state', 'in', liveRequestStates)
    .executeTakeFirst();
}

/** The same, held until the transaction ends: a close at this moment is waited for, or waits. */
export async function lockLiveRequest(trx: Trx, registrationId: RegistrationId): Promise<Request | undefined> {
  return trx
    .selectFrom('requests')
    .selectAll()
    .where('registrationId', '=', registrationId)
    .where('state', 'in', liveRequestStates)
    .forUpdate()
    .executeTakeFirst();
}

/** A waiting request follows its group. Nothing happens to one that is closed. */
export async function followGroup(
  trx: Trx,
  registrationId: RegistrationId,
  { size, registeredAt }: { readonly size: number; readonly registeredAt: Instant },
): Promise<void> {
  await trx
    .updateTable('requests')
    .set({ size, registeredAt: at(registeredAt) })
    .where('registrationId', '=', registrationId)
    .where('state', '=', 'waiting')
    .execute();
}

/** The request that this key made, whatever became of it. */
export async function findRepeat(
  db: Db,
  registrationId: RegistrationId,
  repeatKey: string,
): Promise<Request | undefined> {
  return db
    .selectFrom('requests')
    .selectAll()
    .where('registrationId', '=', registrationId)
    .where('repeatKey', '=', repeatKey)
    .executeTakeFirst();
}

export type EndedRequest = {
  readonly id: RequestId;
  readonly day: LocalDay;
  readonly state: RequestState;
  readonly endedAt: Instant;
  /** How its offer ended, if it had one: declined or lapsed. */
  readonly offerState: OfferState | null;
  /** How its appointment ended, and when, if it had one that did. */
  readonly appointmentState: AppointmentState | null;
  readonly appointmentEndedAt: Instant | null;
};

/** The one that ended last. */
export async function findLastEnded(db: Db, registrationId: RegistrationId): Promise<EndedRequest | undefined> {
  return db
    .selectFrom('requests')
    .leftJoin('offers', (join) =>
      join.onRef('offers.requestId', '=', 'requests.id').onRef('offers.day', '=', 'requests.day'),
    )
    .leftJoin('appointments', (join) =>
      join.onRef('appointments.offerId', '=', 'offers.id').on('appointments.state', 'in', ['cancelled', 'missed']),
    )
    .select(['requests.id', 'requests.day', 'requests.state', 'requests.endedAt', 'offers.state as offerState'])
    .select(['appointments.state as appointmentState', 'appointments.endedAt as appointmentEndedAt'])
    .where('requests.registrationId', '=', registrationId)
    .where('requests.endedAt', 'is not', null)
    .$narrowType<{ endedAt: Instant }>()
    .orderBy((eb) => eb.fn.coalesce('appointments.endedAt', 'requests.endedAt'), 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** waiting → withdrawn. Undefined if there is nothing to withdraw, for one since the pool closed. */
export async function withdrawRequest(
  db: Db,
  registrationId: RegistrationId,
  now: Instant,
): Promise<{ readonly id: RequestId; readonly day: LocalDay } | undefined> {
  return db
    .updateTable('requests')
    .set({ state: 'withdrawn', endedAt: at(now) })
    .where('registrationId', '=', registrationId)
    .where('state', '=', 'waiting')
    .returning(['id', 'day'])
    .executeTakeFirst();
}

export type WaitingRequest = Pick<Request, 'id' | 'registrationId' | 'registeredAt' | 'size' | 'ports'> & {
  /** Sealed for `registrations` and the registration's id. */
  readonly secretSealed: Uint8Array;
};

/** What the pool closes with. Held until the transaction ends: nobody withdraws between here and freezeRequests. */
export async function lockWaiting(trx: Trx, day: LocalDay): Promise<readonly WaitingRequest[]> {
  return trx
    .selectFrom('requests')
    .innerJoin('registrations', 'registrations.id', 'requests.registrationId')
    .select([
      'requests.id',
      'requests.registrationId',
      'requests.registeredAt',
      'requests.size',
      'requests.ports',
      'registrations.secretSealed',
    ])
    .where('requests.day', '=', day)
    .where('requests.state', '=', 'waiting')
    .orderBy('requests.id')
    .forUpdate('requests')
    .execute();
}

export type Line = { readonly requestId: RequestId; readonly dailyId: string; readonly band: number };

/** waiting → closed, each with its id of the day and its band. The number of requests that were waiting. */
export async function freezeRequests(trx: Trx, day: LocalDay, lines: readonly Line[]): Promise<number> {
  const { numAffectedRows } = await sql`
    update requests set state = 'closed', daily_id = line.daily_id, band = line.band
    from unnest(${lines.map((one) => one.requestId)}::uuid[], ${lines.map((one) => one.dailyId)}::text[],
                ${lines.map((one) => one.band)}::int[]) as line (id, daily_id, band)
    where requests.id = line.id and requests.day = ${day} and requests.state = 'waiting'`.execute(trx);
  return Number(numAffectedRows);
}

export type ClosedRequest = {
  readonly id: RequestId;
  readonly registrationId: RegistrationId;
  readonly dailyId: string;
  readonly band: number;
  readonly size: number;
  readonly ports: readonly PortCode[];
  /** Its person has deleted everything since the pool closed: it takes part, and what it is given is free at once. */
  readonly isOwnerless: boolean;
};

/** By the id of the day, as the pool's file has them. */
export async function closedRequests(db: Db, day: LocalDay): Promise<readonly ClosedRequest[]> {
  return db
    .selectFrom('requests')
    .innerJoin('registrations', 'registrations.id', 'requests.registrationId')
    .select((eb) => [
      'requests.id',
      'requests.registrationId',
      'requests.dailyId',
      'requests.band',
      'requests.size',
      'requests.ports',
      eb('registrations.accountId', 'is', null).$castTo<boolean>().as('isOwnerless'),
    ])
    .where('requests.day', '=', day)
    .where('requests.state', '=', 'closed')
    .$narrowType<{ dailyId: string; band: number }>()
    .orderBy(sql`requests.daily_id collate "C"`)
    .execute();
}

export type Drawn = {
  readonly requestId: RequestId;
  /** `port list`, or `-` for not chosen. */
  readonly outcome: string;
  /** In ticket order, from 1. */
  readonly ticketPosition: number;
};

/** closed → chosen or not-chosen. The number of requests that were closed. */
export async function settleRequests(trx: Trx, drawn: readonly Drawn[], now: Instant): Promise<number> {
  const { numAffectedRows } = await sql`
    update requests set
      state = case when drawn.outcome = '-' then 'not-chosen' else 'chosen' end,
      ended_at = case when drawn.outcome = '-' then ${at(now)} end,
      outcome = drawn.outcome,
      ticket_position = drawn.ticket_position
    from unnest(${drawn.map((one) => one.requestId)}::uuid[], ${drawn.map((one) => one.outcome)}::text[],
                ${drawn.map((one) => one.ticketPosition)}::int[]) as drawn (id, outcome, ticket_position)
    where requests.id = drawn.id and requests.state = 'closed'`.execute(trx);
  return Number(numAffectedRows);
}

/**
 * closed → postponed for all of a day, and for each that is somebody's a waiting one in the pool of `to`, with its ports.
 * People and date are the group's, as always while a request waits. Gives whose these are.
 */
export async function postponeRequests(
  trx: Trx,
  { from, to, now }: { readonly from: LocalDay; readonly to: LocalDay; readonly now: Instant },
): Promise<readonly RegistrationId[]> {
  await trx
    .updateTable('requests')
    .set({ state: 'postponed', endedAt: at(now) })
    .where('day', '=', from)
    .where('state', '=', 'closed')
    .execute();
  // In a statement of its own: a registration has one live request at a time.
  const { rows } = await sql<{ registrationId: RegistrationId }>`
    insert into requests (registration_id, day, state, ports, size, registered_at, asked_at, repeat_key)
    select registration_id, ${to}::date, 'waiting', ports, registrations.size, registrations.registered_at, asked_at,
      ${`postponed/${from}`}
    from requests join registrations on registrations.id = requests.registration_id
    where day = ${from}::date and requests.state = 'postponed' and registrations.account_id is not null
    order by registration_id
    returning registration_id`.execute(trx);
  return rows.map(({ registrationId }) => registrationId);
}

/** chosen → fulfilled (confirmed) or released (declined, lapsed). False if it wasn't chosen any more. */
export async function endRequest(
  db: Db,
  id: RequestId,
  end: { readonly state: 'fulfilled' | 'released'; readonly now: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('requests')
    .set({ state: end.state, endedAt: at(end.now) })
    .where('id', '=', id)
    .where('state', '=', 'chosen')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whether she ever asked: then her place was looked at once. */
export async function hasAsked(db: Db, registrationId: RegistrationId): Promise<boolean> {
  const found = await db
    .selectFrom('requests')
    .select('id')
    .where('registrationId', '=', registrationId)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export type PastRequest = Request & {
  readonly poolClosedAt: Instant | null;
  readonly poolDrawnAt: Instant | null;
};

/** All there ever were of a registration, with the times of their pools. */
export async function requestsOf(db: Db, registrationId: RegistrationId): Promise<readonly PastRequest[]> {
  return db
    .selectFrom('requests')
    .innerJoin('pools', 'pools.day', 'requests.day')
    .selectAll('requests')
    .select(['pools.closedAt as poolClosedAt', 'pools.drawnAt as poolDrawnAt'])
    .where('registrationId', '=', registrationId)
    .execute();
}
