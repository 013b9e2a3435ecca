import { type Selectable, sql } from 'kysely';
import type { AccountId, RegistrationId } from '#core/ids.ts';
import { mostLapses, type StandingReason } from '#core/pool/standing-request.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db, Schema, Trx } from '../schema.ts';

// Entering a pool with all of them is in standing-entry.ts.

export type StandingRequest = Readonly<Selectable<Schema['standingRequests']>>;

/** Before every pool: it is gone through for the next one that is open. */
const neverLooked = '2000-01-01' as LocalDay;

/** Who was in the draw of `day` while a later pool was open already is gone through for that one anew. */
export async function stillToEnter(trx: Trx, day: LocalDay, ids: readonly RegistrationId[]): Promise<void> {
  await sql`
    update standing_requests set looked_day = ${day}::date
    where registration_id = any(${ids}::uuid[]) and looked_day > ${day}::date`.execute(trx);
}

export async function findStandingRequest(db: Db, id: RegistrationId): Promise<StandingRequest | undefined> {
  return db.selectFrom('standingRequests').selectAll().where('registrationId', '=', id).executeTakeFirst();
}

/** Live from now on, made where there is none yet: the press is a sign of life. One that was ended begins anew. */
export async function keepAsking(db: Db, registrationId: RegistrationId, now: Instant): Promise<void> {
  const live = { state: 'live', reason: null, changedAt: at(now), lastSignAt: at(now) } as const;
  await db
    .insertInto('standingRequests')
    .values({ ...live, registrationId, since: at(now), warnedDays: null })
    .onConflict((conflict) =>
      conflict.column('registrationId').doUpdateSet((eb) => ({
        ...live,
        since: eb
          .case()
          .when('standingRequests.state', '=', 'ended')
          .then(at(now))
          .else(eb.ref('standingRequests.since'))
          .end(),
        changedAt: eb
          .case()
          .when('standingRequests.state', '=', 'live')
          .then(eb.ref('standingRequests.changedAt'))
          .else(at(now))
          .end(),
        warnedDays: null,
        lapses: 0,
        lookedDay: neverLooked,
      })),
    )
    .execute();
}

/** She came back, so she is still waiting. Nothing where none is live: a paused one takes a press. */
export async function giveSignOfLife(db: Db, accountId: AccountId, now: Instant): Promise<void> {
  await db
    .updateTable('standingRequests')
    .set({ lastSignAt: at(now), warnedDays: null })
    .where('state', '=', 'live')
    .where('registrationId', 'in', (eb) =>
      eb.selectFrom('registrations').select('id').where('accountId', '=', accountId),
    )
    .execute();
}

/** live → paused; from paused, another reason. Nothing where she ended it, or has none. */
export async function pauseStanding(
  db: Db,
  registrationId: RegistrationId,
  { reason, now }: { readonly reason: StandingReason; readonly now: Instant },
): Promise<void> {
  await db
    .updateTable('standingRequests')
    .set({ state: 'paused', reason, changedAt: at(now), lapses: 0 })
    .where('registrationId', '=', registrationId)
    .where('state', '!=', 'ended')
    .execute();
}

/** Her own word: live or paused → ended. False where there was nothing to end. */
export async function endStanding(db: Db, registrationId: RegistrationId, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('standingRequests')
    .set({ state: 'ended', reason: 'withdrawn', changedAt: at(now) })
    .where('registrationId', '=', registrationId)
    .where('state', '!=', 'ended')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** An offer lapsed: she is back in the next pool, but for the second time in a row it is paused. */
export async function countLapse(db: Db, registrationId: RegistrationId, now: Instant): Promise<void> {
  await sql`
    update standing_requests set
      lapses = lapses + 1,
      looked_day = ${neverLooked},
      state = case when lapses + 1 >= ${mostLapses} then 'paused' else 'live' end,
      reason = case when lapses + 1 >= ${mostLapses} then 'lapsed-twice' end,
      changed_at = case when lapses + 1 >= ${mostLapses} then ${at(now)} else changed_at end
    where registration_id = ${registrationId} and state = 'live'`.execute(db);
}

/** Paused for that reason → live: the next pool takes the group. False where it was not paused for it. */
export async function resumeStanding(
  db: Db,
  registrationId: RegistrationId,
  { reason, now }: { readonly reason: StandingReason; readonly now: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('standingRequests')
    .set({
      state: 'live',
      reason: null,
      changedAt: at(now),
      lastSignAt: at(now),
      warnedDays: null,
      lookedDay: neverLooked,
    })
    .where('registrationId', '=', registrationId)
    .where('state', '=', 'paused')
    .where('reason', '=', reason)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Those who ask each day, or would, but for a child without a guardian, and were not gone through for this pool yet. */
export async function standingApart(db: Db, day: LocalDay): Promise<readonly RegistrationId[]> {
  const rows = await db
    .selectFrom('standingRequests as standing')
    .innerJoin('registrations', 'registrations.id', 'standing.registrationId')
    .select('standing.registrationId')
    .where('registrations.isTogether', '=', false)
    .where('registrations.state', '=', 'registered')
    .where('standing.lookedDay', '<', day)
    .where((eb) => eb.or([eb('standing.state', '=', 'live'), eb('standing.reason', '=', 'guardian-apart')]))
    .orderBy('standing.registrationId')
    .execute();
  return rows.map((row) => row.registrationId);
}

/** Still paused for a child's sake: not looked at again before the next pool. */
export async function markStillApart(db: Db, registrationId: RegistrationId, day: LocalDay): Promise<void> {
  await db
    .updateTable('standingRequests')
    .set({ lookedDay: day })
    .where('registrationId', '=', registrationId)
    .where('reason', '=', 'guardian-apart')
    .execute();
}

/** While her people are in another's group nobody waits for a sign of hers. */
const isOwn = sql`registration_id not in (select id from registrations where state = 'joined')`;

/** Those whose last sign of life was before `since` are paused, and told. How many. */
export async function pauseSilent(db: Db, since: Instant, now: Instant): Promise<number> {
  const { rows } = await sql<{ told: number }>`
    with silent as (
      update standing_requests set state = 'paused', reason = 'no-sign', changed_at = ${at(now)}
      where state = 'live' and last_sign_at < ${at(since)} and ${isOwn}
      returning registration_id
    ),
    told as (
      insert into outbox (kind, registration_id, detail, created_at, next_at)
      select 'standing-paused', registration_id, '{}'::jsonb, ${at(now)}, ${at(now)} from silent
      returning id
    )
    select count(*)::int as told from told`.execute(db);
  return rows[0]?.told ?? 0;
}

/** Those whose last sign of life was at `since` or before are told once that `daysLeft` days are left. How many. */
export async function warnSilent(
  db: Db,
  { daysLeft, since, now }: { readonly daysLeft: number; readonly since: Instant; readonly now: Instant },
): Promise<number> {
  const { rows } = await sql<{ told: number }>`
    with silent as (
      update standing_requests set warned_days = ${daysLeft}::int
      where state = 'live' and last_sign_at <= ${at(since)} and ${isOwn}
        and (warned_days is null or warned_days > ${daysLeft}::int)
      returning registration_id
    ),
    told as (
      insert into outbox (kind, registration_id, detail, created_at, next_at)
      select 'sign-of-life', registration_id, '{}'::jsonb, ${at(now)}, ${at(now)} from silent
      returning id
    )
    select count(*)::int as told from told`.execute(db);
  return rows[0]?.told ?? 0;
}
