import type { Selectable } from 'kysely';
import type { AccountId, RegistrationId } from '#core/ids.ts';
import type { Instant } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db, Schema, Trx } from '../schema.ts';
import type { GroupCodeKind } from '../tables/registrations.ts';

export type GroupCode = Readonly<Selectable<Schema['groupCodes']>>;

/** Of the codes to join a group only the latest holds. */
export async function addGroupCode(
  trx: Trx,
  code: {
    readonly token: string;
    readonly kind: GroupCodeKind;
    readonly registrationId: RegistrationId;
    readonly now: Instant;
    readonly expiresAt: Instant;
  },
): Promise<void> {
  const { now, expiresAt, ...columns } = code;
  await trx.deleteFrom('groupCodes').where('registrationId', '=', code.registrationId).execute();
  await trx
    .insertInto('groupCodes')
    .values({ ...columns, madeAt: at(now), expiresAt: at(expiresAt) })
    .execute();
}

/** When its code was made; only the latest holds. */
export async function codeMadeAt(db: Db, registrationId: RegistrationId): Promise<Instant | undefined> {
  const code = await db
    .selectFrom('groupCodes')
    .select('madeAt')
    .where('registrationId', '=', registrationId)
    .executeTakeFirst();
  return code?.madeAt;
}

/** Split off and of nobody yet, with no code made at that moment or since. */
export async function findAbandoned(db: Db, before: Instant): Promise<readonly RegistrationId[]> {
  const rows = await abandoned(db, before).execute();
  return rows.map((row) => row.id);
}

/** Whether this one still is such a registration. */
export async function isAbandoned(db: Db, id: RegistrationId, before: Instant): Promise<boolean> {
  return (await abandoned(db, before).where('id', '=', id).executeTakeFirst()) !== undefined;
}

function abandoned(db: Db, before: Instant) {
  return db
    .selectFrom('registrations')
    .select('id')
    .where('accountId', 'is', null)
    .where('state', '=', 'incomplete')
    .where('startedAt', '<', at(before))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('groupCodes')
            .select('token')
            .whereRef('groupCodes.registrationId', '=', 'registrations.id')
            .where('groupCodes.madeAt', '>=', at(before)),
        ),
      ),
    );
}

/** One that was neither used nor is too old. */
export async function findGroupCode(db: Db, token: string, now: Instant): Promise<GroupCode | undefined> {
  return db
    .selectFrom('groupCodes')
    .selectAll()
    .where('token', '=', token)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', at(now))
    .executeTakeFirst();
}

/** False if another was faster. */
export async function useGroupCode(trx: Trx, token: string, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('groupCodes')
    .set({ usedAt: at(now) })
    .where('token', '=', token)
    .where('usedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The tries of before then, of whoever has not tried again. */
export async function deleteWrongTries(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('groupCodeTries').where('at', '<', at(before)).execute();
}

/** When she entered wrong codes since then, the earliest first. Holds her account, so that two at once count as two. */
export async function lockWrongTries(trx: Trx, accountId: AccountId, since: Instant): Promise<readonly Instant[]> {
  await trx.selectFrom('accounts').select('id').where('id', '=', accountId).forNoKeyUpdate().execute();
  const tries = await trx
    .selectFrom('groupCodeTries')
    .select('at')
    .where('accountId', '=', accountId)
    .where('at', '>', at(since))
    .orderBy('at')
    .execute();
  return tries.map((one) => one.at);
}

/** What is older than a day is forgotten with it. */
export async function addWrongTry(trx: Trx, accountId: AccountId, now: Instant): Promise<void> {
  await trx
    .insertInto('groupCodeTries')
    .values({ accountId, at: at(now) })
    .execute();
  await trx
    .deleteFrom('groupCodeTries')
    .where('accountId', '=', accountId)
    .where('at', '<', at((now - 24 * 3_600_000) as Instant))
    .execute();
}
