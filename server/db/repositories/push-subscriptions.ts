import { type Selectable, sql } from 'kysely';
import type { AccountId } from '#core/ids.ts';
import type { Instant } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db, Schema, Trx } from '../schema.ts';

export type PushSubscription = Readonly<Selectable<Schema['pushSubscriptions']>>;

export type NewPushSubscription = {
  readonly id: string;
  readonly accountId: AccountId;
  readonly deviceToken: string;
  readonly endpointToken: string;
  /** A `PushTarget`, sealed for the id. */
  readonly sealed: Uint8Array;
  readonly now: Instant;
};

/**
 * In place of what the device had, and of what any other account had on that very browser: messages on a shared phone
 * are for whoever switched them on last. Beyond the limit the oldest go.
 */
export async function addPushSubscription(
  trx: Trx,
  { now, ...subscription }: NewPushSubscription,
  limit: number,
): Promise<void> {
  const { accountId, deviceToken, endpointToken } = subscription;
  // Rare, and two at once must see the limit, and each other's browser: one after the other.
  await sql`lock table push_subscriptions in share row exclusive mode`.execute(trx);
  await trx
    .deleteFrom('pushSubscriptions')
    .where((eb) =>
      eb.or([
        eb('endpointToken', '=', endpointToken),
        eb.and([eb('accountId', '=', accountId), eb('deviceToken', '=', deviceToken)]),
      ]),
    )
    .execute();
  await trx
    .insertInto('pushSubscriptions')
    .values({ ...subscription, createdAt: at(now) })
    .execute();
  await sql`
    delete from push_subscriptions where account_id = ${accountId} and id not in (
      select id from push_subscriptions where account_id = ${accountId} order by created_at desc, id limit ${limit}
    )`.execute(trx);
}

export async function listPushSubscriptions(
  db: Db,
  accountIds: readonly AccountId[],
): Promise<readonly PushSubscription[]> {
  if (accountIds.length === 0) return [];
  return db
    .selectFrom('pushSubscriptions')
    .selectAll()
    .where('accountId', 'in', accountIds)
    .orderBy('createdAt')
    .execute();
}

export async function deletePushSubscription(db: Db, id: string): Promise<void> {
  await db.deleteFrom('pushSubscriptions').where('id', '=', id).execute();
}

export async function deletePushSubscriptionAt(
  db: Db,
  place: { readonly accountId: AccountId; readonly deviceToken: string },
): Promise<void> {
  await db
    .deleteFrom('pushSubscriptions')
    .where('accountId', '=', place.accountId)
    .where('deviceToken', '=', place.deviceToken)
    .execute();
}

export async function isDiscreet(db: Db, accountId: AccountId): Promise<boolean> {
  const choice = await db
    .selectFrom('messageChoices')
    .select('isDiscreet')
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  return choice?.isDiscreet ?? false;
}

export async function setDiscreet(db: Db, accountId: AccountId, isDiscreetNow: boolean): Promise<void> {
  await db
    .insertInto('messageChoices')
    .values({ accountId, isDiscreet: isDiscreetNow })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet({ isDiscreet: isDiscreetNow }))
    .execute();
}
