import { sql } from 'kysely';
import type { AccountId } from '#core/ids.ts';
import type { Instant } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db, Trx } from '../schema.ts';

export type NewCode = { readonly recoveryToken: string; readonly now: Instant };

/** False if the code is somebody's already: draw another. */
export async function addCodeAccount(
  db: Db,
  { id, locale, recoveryToken, now }: NewCode & { readonly id: AccountId; readonly locale: string },
): Promise<boolean> {
  const added = await db
    .insertInto('accounts')
    .values({ id, locale, recoveryToken, recoveryMadeAt: at(now), createdAt: at(now) })
    .onConflict((conflict) => conflict.column('recoveryToken').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** In the place of the one before, which opens nothing any more. */
export async function replaceCode(trx: Trx, id: AccountId, { recoveryToken, now }: NewCode): Promise<void> {
  await trx
    .updateTable('accounts')
    .set({ recoveryToken, recoveryMadeAt: at(now), recoveryKeptAt: null })
    .where('id', '=', id)
    .execute();
}

export async function markCodeKept(db: Db, id: AccountId, now: Instant): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ recoveryKeptAt: at(now) })
    .where('id', '=', id)
    .where('recoveryToken', 'is not', null)
    .execute();
}

export type CodeHolder = {
  readonly id: AccountId;
  /** Her own, wherever she is: in her registration, or in the group that she joined with it. Null where there is none. */
  readonly birthToken: string | null;
  /** Whether she ever sent her registration, for which the birth date is asked of everybody. */
  readonly isRegistered: boolean;
  readonly isKnownDevice: boolean;
};

/** Whose code that is. One statement whether it is somebody's or not, so that the time it takes tells nothing. */
export async function findByCode(
  db: Db,
  wanted: { readonly recoveryToken: string; readonly deviceToken: string },
): Promise<CodeHolder | undefined> {
  const { rows } = await sql<CodeHolder>`
    select accounts.id, head.birth_token, registrations.registered_at is not null as is_registered,
      account_devices.device_token is not null as is_known_device
    from accounts
    left join registrations on registrations.account_id = accounts.id
    left join lateral (
      select birth_token from people
      where people.registration_id = registrations.id and people.position = 1 or people.home_id = registrations.id
      order by people.position limit 1
    ) head on true
    left join account_devices
      on account_devices.account_id = accounts.id and account_devices.device_token = ${wanted.deviceToken}
    where accounts.recovery_token = ${wanted.recoveryToken}`.execute(db);
  return rows[0];
}

export async function addAccountDevice(
  db: Db,
  device: { readonly accountId: AccountId; readonly deviceToken: string; readonly now: Instant },
): Promise<void> {
  await db
    .insertInto('accountDevices')
    .values({ accountId: device.accountId, deviceToken: device.deviceToken, since: at(device.now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function forgetDevices(trx: Trx, accountId: AccountId): Promise<void> {
  await trx.deleteFrom('accountDevices').where('accountId', '=', accountId).execute();
}

export async function countDevices(db: Db, accountId: AccountId): Promise<number> {
  const { count } = await db
    .selectFrom('accountDevices')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('accountId', '=', accountId)
    .executeTakeFirstOrThrow();
  return count;
}

export type FreshCode = { readonly accountId: AccountId; readonly sealed: Uint8Array };

export async function keepFreshCode(
  db: Db,
  sessionHash: string,
  { accountId, sealed, now }: FreshCode & { readonly now: Instant },
): Promise<void> {
  await db
    .insertInto('freshCodes')
    .values({ sessionHash, accountId, sealed, madeAt: at(now) })
    .onConflict((conflict) => conflict.column('sessionHash').doUpdateSet({ accountId, sealed, madeAt: at(now) }))
    .execute();
}

export async function findFreshCode(db: Db, sessionHash: string): Promise<FreshCode | undefined> {
  return db
    .selectFrom('freshCodes')
    .select(['accountId', 'sealed'])
    .where('sessionHash', '=', sessionHash)
    .executeTakeFirst();
}

export async function forgetFreshCode(db: Db, sessionHash: string): Promise<void> {
  await db.deleteFrom('freshCodes').where('sessionHash', '=', sessionHash).execute();
}

/** Those of this account on whatever session: an older code must not be copied from a screen any more. */
export async function forgetFreshCodesOf(trx: Trx, accountId: AccountId): Promise<void> {
  await trx.deleteFrom('freshCodes').where('accountId', '=', accountId).execute();
}

/** Codes still shown since before then; their sessions have ended. */
export async function deleteFreshCodes(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('freshCodes').where('madeAt', '<', at(before)).execute();
}

/** Accounts whose code nobody ever kept and whose holder told nothing: nobody can come back to them. */
export async function deleteUnkeptAccounts(db: Db, madeBefore: Instant): Promise<void> {
  await sql`
    delete from accounts
    where recovery_made_at < ${at(madeBefore)} and recovery_kept_at is null and subject_token is null
      and not exists (select from registrations where registrations.account_id = accounts.id)`.execute(db);
}
