import { sql } from 'kysely';
import type { AccountId, RegistrationId } from '#core/ids.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Channel } from '#server/notify/contract.ts';
import { at } from '../columns.ts';
import type { Db, Trx } from '../schema.ts';
import type { DeliveryState } from '../tables/messages.ts';

export type NewDelivery = {
  readonly outboxId: string;
  readonly channel: Channel;
  readonly subscriptionId: string | null;
};

/** One for each way that reaches the person; those that are there already stay as they are. */
export async function addDeliveries(trx: Trx, deliveries: readonly NewDelivery[], now: Instant): Promise<void> {
  if (deliveries.length === 0) return;
  await sql`
    insert into deliveries (outbox_id, channel, subscription_id, state, made_at, next_at)
    select outbox_id, channel, subscription_id, 'waiting', ${at(now)}, ${at(now)}
    from unnest(${deliveries.map((one) => one.outboxId)}::uuid[], ${deliveries.map((one) => one.channel)}::text[],
                ${deliveries.map((one) => one.subscriptionId)}::uuid[]) as one (outbox_id, channel, subscription_id)
    on conflict do nothing`.execute(trx);
}

/** All that is needed to send it, read at the last moment: an offer may have ended, a language have been changed. */
export type DueDelivery = {
  readonly id: string;
  readonly madeAt: Instant;
  readonly tries: number;
  readonly outboxId: string;
  readonly kind: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly registrationId: RegistrationId;
  readonly accountId: AccountId;
  readonly emailSealed: Uint8Array | null;
  readonly locale: string;
  readonly isDiscreet: boolean;
  /** Null for e-mail, and where the phone's subscription is gone. */
  readonly subscription: { readonly id: string; readonly sealed: Uint8Array } | null;
};

/** The oldest that are due by this channel, each leased until then: a sender that dies leaves them to the next. */
export async function claimDeliveries(
  db: Db,
  channel: Channel,
  { now, leasedUntil, limit }: { readonly now: Instant; readonly leasedUntil: Instant; readonly limit: number },
): Promise<readonly DueDelivery[]> {
  const claimed = await db
    .updateTable('deliveries')
    .set((eb) => ({ tries: eb('tries', '+', 1), nextAt: at(leasedUntil) }))
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('deliveries')
        .select('id')
        .where('channel', '=', channel)
        .where('state', '=', 'waiting')
        .where('nextAt', '<=', at(now))
        .orderBy('nextAt')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returning('id')
    .execute();
  if (claimed.length === 0) return [];
  const rows = await db
    .selectFrom('deliveries as one')
    .innerJoin('outbox', 'outbox.id', 'one.outboxId')
    .innerJoin('registrations', 'registrations.id', 'outbox.registrationId')
    .innerJoin('accounts', 'accounts.id', 'registrations.accountId')
    .leftJoin('messageChoices', 'messageChoices.accountId', 'accounts.id')
    .leftJoin('pushSubscriptions', 'pushSubscriptions.id', 'one.subscriptionId')
    .select(['one.id', 'one.madeAt', 'one.tries', 'one.outboxId', 'outbox.kind', 'outbox.detail'])
    .select(['outbox.registrationId', 'accounts.id as accountId', 'accounts.emailSealed', 'accounts.locale'])
    .select(['messageChoices.isDiscreet', 'pushSubscriptions.id as subscriptionId', 'pushSubscriptions.sealed'])
    .where(
      'one.id',
      'in',
      claimed.map(({ id }) => id),
    )
    .orderBy('one.madeAt')
    .execute();
  return rows.map(({ subscriptionId, sealed, isDiscreet, ...row }) => ({
    ...row,
    isDiscreet: isDiscreet ?? false,
    subscription: subscriptionId && sealed ? { id: subscriptionId, sealed } : null,
  }));
}

export type Ended =
  | { readonly state: 'sent'; readonly receipt: string }
  | { readonly state: 'failed'; readonly failure: string }
  | { readonly state: 'dropped' };

/** waiting → sent, failed or dropped. */
export async function endDelivery(db: Db, id: string, ended: Ended & { readonly now: Instant }): Promise<void> {
  const { now, ...columns } = ended;
  await db
    .updateTable('deliveries')
    .set({ ...columns, endedAt: at(now) })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

/** After a failure: not before then. */
export async function postponeDelivery(
  db: Db,
  id: string,
  { nextAt, failure }: { readonly nextAt: Instant; readonly failure: string },
): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ nextAt: at(nextAt), failure })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

/** Claimed, and not tried after all: due again at once. */
export async function releaseDelivery(db: Db, id: string, now: Instant): Promise<void> {
  await db
    .updateTable('deliveries')
    .set((eb) => ({ nextAt: at(now), tries: eb('tries', '-', 1) }))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

/** A message to a person, and what became of it on each way to her. */
export type SentMessage = {
  readonly id: string;
  readonly kind: string;
  readonly at: Instant;
  readonly ways: readonly { readonly id: string; readonly channel: Channel; readonly state: DeliveryState }[];
};

/** To the person herself, the newest first. */
export async function messagesTo(db: Db, accountId: AccountId, limit = 20): Promise<readonly SentMessage[]> {
  const messages = await db
    .selectFrom('outbox')
    .innerJoin('registrations', 'registrations.id', 'outbox.registrationId')
    .select(['outbox.id', 'outbox.kind', 'outbox.createdAt as at'])
    .where('registrations.accountId', '=', accountId)
    .orderBy('outbox.createdAt', 'desc')
    .limit(limit)
    .execute();
  if (messages.length === 0) return [];
  const ways = await db
    .selectFrom('deliveries')
    .select(['id', 'outboxId', 'channel', 'state'])
    .where(
      'outboxId',
      'in',
      messages.map(({ id }) => id),
    )
    .orderBy('channel')
    .execute();
  return messages.map((message) => ({
    ...message,
    ways: ways
      .filter(({ outboxId }) => outboxId === message.id)
      .map(({ id, channel, state }) => ({ id, channel, state })),
  }));
}
