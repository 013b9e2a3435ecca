import type { AccountId } from '#core/ids.ts';
import type { Instant } from '#core/time/instant.ts';
import { addDeliveries, type NewDelivery } from '#server/db/repositories/deliveries.ts';
import { addMessageCodes } from '#server/db/repositories/message-codes.ts';
import { claimMessages, markHandedOn, type OutboxMessage } from '#server/db/repositories/outbox.ts';
import { listPushSubscriptions, type PushSubscription } from '#server/db/repositories/push-subscriptions.ts';
import { findReaders, type Reader } from '#server/db/repositories/readers.ts';
import { emailOf } from './email-of.ts';
import { codeOf, codeToken } from './message-code.ts';
import type { Tools } from './tools.ts';

const leaseMs = 60_000;
const atOnce = 200;

/**
 * Gives what the outbox holds to the channels that reach each person: only states that are committed are told of (design,
 * rule 7). A message, its code and its deliveries are one transaction, so a crash hands nothing on twice or by halves.
 */
export async function handOnNotices(tools: Pick<Tools, 'db' | 'vault' | 'now'>): Promise<void> {
  const { db, vault } = tools;
  for (;;) {
    const now = tools.now();
    const leasedUntil = (now + leaseMs) as Instant;
    const messages = await claimMessages(db.kysely, { now, leasedUntil, limit: atOnce });
    if (messages.length === 0) return;
    const readers = await readersOf(tools, messages);
    const subscriptions = await listPushSubscriptions(
      db.kysely,
      readers.map(({ accountId }) => accountId),
    );
    const ways = waysTo({ messages, readers, subscriptions });
    await db.transaction(async (trx) => {
      const codes = messages.map(({ id, kind }) => ({ token: codeToken(vault, codeOf(vault, id)), kind }));
      await addMessageCodes(trx, codes, now);
      await addDeliveries(trx, ways, now);
      const isReached = (id: string) => ways.some(({ outboxId }) => outboxId === id);
      const ids = messages.map(({ id }) => id);
      await markHandedOn(trx, ids.filter(isReached), { receipt: 'handed on', now });
      await markHandedOn(
        trx,
        ids.filter((id) => !isReached(id)),
        { receipt: 'no way to her', now },
      );
    });
    if (messages.length < atOnce) return;
  }
}

/** Who has no address to sign in with may have answered one. */
async function readersOf(
  { db, vault }: Pick<Tools, 'db' | 'vault'>,
  messages: readonly OutboxMessage[],
): Promise<readonly Reader[]> {
  const readers = await findReaders(db.kysely, [...new Set(messages.map(({ registrationId }) => registrationId))]);
  const all: Reader[] = [];
  for (const reader of readers) {
    const to = { ...reader, emailSealed: null };
    all.push(reader.hasEmail ? reader : { ...reader, hasEmail: (await emailOf({ vault }, db.kysely, to)) !== null });
  }
  return all;
}

type Known = {
  readonly messages: readonly OutboxMessage[];
  readonly readers: readonly Reader[];
  readonly subscriptions: readonly PushSubscription[];
};

function waysTo({ messages, readers, subscriptions }: Known): readonly NewDelivery[] {
  const byRegistration = new Map(readers.map((reader) => [reader.registrationId, reader]));
  const phones = new Map<AccountId, readonly PushSubscription[]>();
  for (const one of subscriptions) phones.set(one.accountId, [...(phones.get(one.accountId) ?? []), one]);
  return messages.flatMap(({ id, registrationId }): readonly NewDelivery[] => {
    const reader = byRegistration.get(registrationId);
    if (!reader) return [];
    const byPush = (phones.get(reader.accountId) ?? []).map((phone) => ({
      outboxId: id,
      channel: 'push' as const,
      subscriptionId: phone.id,
    }));
    return reader.hasEmail ? [{ outboxId: id, channel: 'email', subscriptionId: null }, ...byPush] : byPush;
  });
}
