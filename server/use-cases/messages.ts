import { randomUUID } from 'node:crypto';
import type { AccountId } from '#core/ids.ts';
import { readPushTarget } from '#core/notice/push-target.ts';
import { err, ok } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import { findAccount } from '#server/db/repositories/accounts.ts';
import { messagesTo } from '#server/db/repositories/deliveries.ts';
import { addMessage, countMessages } from '#server/db/repositories/outbox.ts';
import {
  addPushSubscription,
  deletePushSubscriptionAt,
  isDiscreet,
  listPushSubscriptions,
  setDiscreet,
} from '#server/db/repositories/push-subscriptions.ts';
import { findRegistrationOf, lockRegistrationOf } from '#server/db/repositories/registrations.ts';
import { isNoticeKind } from '#server/notify/contract.ts';
import type { MessagesView } from '#server/services/messages.ts';
import type { Applicant, Outcome } from '#server/services.ts';
import { emailOf } from './email-of.ts';
import type { Tools } from './tools.ts';

/** Phones of one account. */
const mostPhones = 5;
/** Test messages within an hour. */
const mostTests = 3;
const hour = 3_600_000;

export async function messages(
  tools: Tools,
  { accountId, deviceId }: { readonly accountId: AccountId; readonly deviceId: string | undefined },
): Promise<MessagesView> {
  const db = tools.db.kysely;
  const [account, registration, phones] = [
    await findAccount(db, accountId),
    await findRegistrationOf(db, accountId),
    await listPushSubscriptions(db, [accountId]),
  ];
  const device = deviceId === undefined ? null : tools.vault.token('device', deviceId);
  return {
    email: account ? await emailOf(tools, db, { ...account, accountId, registrationId: registration?.id }) : null,
    push: {
      publicKey: tools.push.publicKey,
      isOnHere: phones.some(({ deviceToken }) => deviceToken === device),
      phones: phones.length,
    },
    isDiscreet: await isDiscreet(db, accountId),
    canTest: registration !== undefined,
    sent: (await messagesTo(db, accountId)).flatMap((one) =>
      isNoticeKind(one.kind) ? [{ ...one, kind: one.kind }] : [],
    ),
  };
}

/** Her browser may show our messages from now on. Kind: `fields`. */
export async function switchPushOn(
  tools: Tools,
  input: { readonly applicant: Applicant; readonly fields: Readonly<Record<string, string>> },
): Outcome<null> {
  const read = readPushTarget(input.fields, tools.push.ownOrigins);
  if (!read.ok) return read;
  const { vault, db } = tools;
  const { accountId, deviceId } = input.applicant;
  const id = randomUUID();
  const subscription = {
    id,
    accountId,
    deviceToken: vault.token('device', deviceId),
    endpointToken: vault.token('push-endpoint', read.value.endpoint),
    sealed: vault.sealJson(read.value, { table: 'push_subscriptions', column: 'sealed', row: id }),
    now: tools.now(),
  };
  await db.transaction((trx) => addPushSubscription(trx, subscription, mostPhones));
  return ok(null);
}

export async function switchPushOff(
  { db, vault }: Pick<Tools, 'db' | 'vault'>,
  { applicant }: { readonly applicant: Pick<Applicant, 'accountId' | 'deviceId'> },
): Outcome<null> {
  const deviceToken = vault.token('device', applicant.deviceId);
  await deletePushSubscriptionAt(db.kysely, { accountId: applicant.accountId, deviceToken });
  return ok(null);
}

/** Whether messages tell what they are about, or only that there is news. Kind: `fields`. */
export async function chooseDiscretion(
  tools: Tools,
  input: { readonly applicant: Applicant; readonly fields: Readonly<Record<string, string>> },
): Outcome<null> {
  const wish = input.fields['discreet'] ?? '';
  if (wish !== 'yes' && wish !== 'no') {
    return err({ kind: 'fields', fields: [{ field: 'discreet', kind: wish === '' ? 'missing' : 'not-in-list' }] });
  }
  await setDiscreet(tools.db.kysely, input.applicant.accountId, wish === 'yes');
  return ok(null);
}

/** To herself, on every way that she is reached. Kinds: `registration-incomplete` (not begun), `too-many-tries`. */
export async function sendTestMessage(tools: Tools, { applicant }: { readonly applicant: Applicant }): Outcome<null> {
  const now = tools.now();
  return tools.db.transaction(async (trx) => {
    // Locked, so that two at once are counted.
    const registration = await lockRegistrationOf(trx, applicant.accountId);
    if (!registration) return err({ kind: 'registration-incomplete' });
    const since = (now - hour) as Instant;
    const sent = await countMessages(trx, registration.id, { kind: 'test', since });
    if (sent >= mostTests) return err({ kind: 'too-many-tries', numbers: { minutes: hour / 60_000 } });
    await addMessage(trx, { kind: 'test', registrationId: registration.id, detail: {}, now });
    return ok(null);
  });
}
