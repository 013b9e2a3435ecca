import type { Selectable } from 'kysely';
import type { AccountId, PortCode, RegistrationId } from '#core/ids.ts';
import type { Instant } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db, Schema, Trx } from '../schema.ts';

export type Registration = Readonly<Selectable<Schema['registrations']>>;
export type Acceptance = Readonly<Selectable<Schema['acceptances']>>;

export async function findRegistration(db: Db, id: RegistrationId): Promise<Registration | undefined> {
  return db.selectFrom('registrations').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function findRegistrationOf(db: Db, accountId: AccountId): Promise<Registration | undefined> {
  return db.selectFrom('registrations').selectAll().where('accountId', '=', accountId).executeTakeFirst();
}

/**
 * The same, held until the transaction ends, so that what is decided from it stays true. No key changes: whoever only
 * refers to the registration, such as a message about it, doesn't wait, and so can't wait in a circle.
 */
export async function lockRegistrationOf(trx: Trx, accountId: AccountId): Promise<Registration | undefined> {
  return trx
    .selectFrom('registrations')
    .selectAll()
    .where('accountId', '=', accountId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/**
 * The same with the one whose group its people are in, held in the order of their ids; `host` undefined: they are in no
 * other's. Who joins or leaves at the very moment may be without it still, or have it still: her state says.
 */
export async function lockWithHost(
  trx: Trx,
  accountId: AccountId,
): Promise<{ readonly own: Registration; readonly host: Registration | undefined } | undefined> {
  const joinedInto = trx.selectFrom('registrations').select('joinedInto').where('accountId', '=', accountId);
  const held = await trx
    .selectFrom('registrations')
    .selectAll()
    .where((eb) => eb.or([eb('accountId', '=', accountId), eb('id', 'in', joinedInto)]))
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  const own = held.find((one) => one.accountId === accountId);
  return own && { own, host: held.find(({ id }) => id === own.joinedInto) };
}

/** Several, locked in the order of their ids: two groups that join each other at the same moment don't wait in a circle. */
export async function lockRegistrations(
  trx: Trx,
  ids: readonly RegistrationId[],
): Promise<ReadonlyMap<RegistrationId, Registration>> {
  const rows = await trx
    .selectFrom('registrations')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** How many people count, since when the group stands in line, and whether it may ask. */
export async function setGroup(
  db: Db,
  id: RegistrationId,
  group: { readonly size: number; readonly registeredAt: Instant; readonly isTogether: boolean },
): Promise<void> {
  await db
    .updateTable('registrations')
    .set({ ...group, registeredAt: at(group.registeredAt) })
    .where('id', '=', id)
    .execute();
}

/** False if the account has one already: find it then. `secretSealed` is sealed for `id`. */
export async function startRegistration(
  db: Db,
  {
    now,
    ...registration
  }: {
    readonly id: RegistrationId;
    readonly accountId: AccountId;
    readonly secretSealed: Uint8Array;
    readonly now: Instant;
  },
): Promise<boolean> {
  const added = await db
    .insertInto('registrations')
    .values({ ...registration, state: 'incomplete', startedAt: at(now) })
    .onConflict((conflict) => conflict.column('accountId').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** People split off, before anybody has brought the code: nobody's registration, to be gone on with. */
export async function startUnclaimed(
  db: Db,
  { now, ...registration }: { readonly id: RegistrationId; readonly secretSealed: Uint8Array; readonly now: Instant },
): Promise<void> {
  await db
    .insertInto('registrations')
    .values({ ...registration, accountId: null, state: 'incomplete', startedAt: at(now) })
    .execute();
}

/** Gives an unclaimed registration to the account. False if somebody has it already. */
export async function claimRegistration(db: Db, id: RegistrationId, accountId: AccountId): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('registrations')
    .set({ accountId })
    .where('id', '=', id)
    .where('accountId', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** One that was never sent, with all answers in it. */
export async function deleteIncomplete(db: Db, id: RegistrationId): Promise<void> {
  await db.deleteFrom('registrations').where('id', '=', id).where('state', '=', 'incomplete').execute();
}

/** Registrations that came into this one, and the one that it came into. */
export async function findJoined(db: Db, id: RegistrationId): Promise<readonly RegistrationId[]> {
  const rows = await db
    .selectFrom('registrations as own')
    .innerJoin('registrations as other', (join) =>
      join.on((eb) =>
        eb.or([eb('other.joinedInto', '=', eb.ref('own.id')), eb('own.joinedInto', '=', eb.ref('other.id'))]),
      ),
    )
    .select('other.id')
    .where('own.id', '=', id)
    .execute();
  return rows.map((row) => row.id);
}

/** registered → joined (its people are there now), or back. */
export async function setJoinedInto(db: Db, id: RegistrationId, joinedInto: RegistrationId | null): Promise<void> {
  const state = joinedInto === null ? 'registered' : 'joined';
  await db.updateTable('registrations').set({ state, joinedInto }).where('id', '=', id).execute();
}

export async function setPrimaryLanguage(db: Db, id: RegistrationId, primaryLanguage: string): Promise<void> {
  await db.updateTable('registrations').set({ primaryLanguage }).where('id', '=', id).execute();
}

/** At most three. */
export async function setPortChoices(db: Db, id: RegistrationId, portChoices: readonly PortCode[]): Promise<void> {
  await db.updateTable('registrations').set({ portChoices }).where('id', '=', id).execute();
}

/** The device that she used last. The limit is in devices.ts. */
export async function setDeviceToken(db: Db, id: RegistrationId, deviceToken: string): Promise<void> {
  await db.updateTable('registrations').set({ deviceToken }).where('id', '=', id).execute();
}

/** incomplete → registered. False if it wasn't incomplete any more: the date in line stays the first one. */
export async function completeRegistration(db: Db, id: RegistrationId, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('registrations')
    .set({ state: 'registered', registeredAt: at(now) })
    .where('id', '=', id)
    .where('state', '=', 'incomplete')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The same text accepted twice counts from the first time. */
export async function addAcceptance(
  db: Db,
  {
    now,
    ...acceptance
  }: {
    readonly registrationId: RegistrationId;
    readonly document: string;
    readonly version: string;
    readonly locale: string;
    readonly sha256: string;
    readonly now: Instant;
  },
): Promise<void> {
  await db
    .insertInto('acceptances')
    .values({ ...acceptance, acceptedAt: at(now) })
    .onConflict((conflict) => conflict.constraint('acceptances_once').doNothing())
    .execute();
}

/** Whether this version of the terms was accepted, in any language. */
export async function hasAccepted(db: Db, id: RegistrationId, version: string): Promise<boolean> {
  const found = await db
    .selectFrom('acceptances')
    .select('id')
    .where('registrationId', '=', id)
    .where('document', '=', 'terms')
    .where('version', '=', version)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** The latest first. */
export async function findAcceptances(db: Db, id: RegistrationId, document: string): Promise<readonly Acceptance[]> {
  return db
    .selectFrom('acceptances')
    .selectAll()
    .where('registrationId', '=', id)
    .where('document', '=', document)
    .orderBy('acceptedAt', 'desc')
    .execute();
}
