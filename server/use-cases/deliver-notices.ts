import type { RegistrationId } from '#core/ids.ts';
import { isLocale, type Locale } from '#core/language/locales.ts';
import { portOf } from '#core/policy/ports.ts';
import type { Instant } from '#core/time/instant.ts';
import { findAccount } from '#server/db/repositories/accounts.ts';
import { findLiveOffer } from '#server/db/repositories/offers.ts';
import { claimMessages, markSent, type OutboxMessage, postponeMessage } from '#server/db/repositories/outbox.ts';
import { findRegistration } from '#server/db/repositories/registrations.ts';
import type { Notice, NoticeWords, Notify } from '#server/notify/contract.ts';
import { eachOnItsOwn } from './each-on-its-own.ts';
import type { Tools } from './tools.ts';

const leaseMs = 5 * 60_000;
const atOnce = 50;
const longestPauseMs = 6 * 3_600_000;

export type NoticeTools = Pick<Tools, 'db' | 'vault' | 'now'> & {
  readonly notify: Notify;
  readonly words: NoticeWords;
};

/**
 * Sends what the outbox holds: only states that are committed are told of (design, rule 7). A channel that is down is
 * asked again, ever later; one that was asked twice for the same id delivers once. Gives how many were sent; throws, after
 * the others have been told, for a message that can't be made: its lease puts it off.
 */
export async function deliverNotices(tools: NoticeTools): Promise<number> {
  let sent = 0;
  for (;;) {
    const now = tools.now();
    const claimed = await claimMessages(tools.db.kysely, {
      now,
      leasedUntil: (now + leaseMs) as Instant,
      limit: atOnce,
    });
    await eachOnItsOwn(
      claimed.map((message) => async () => {
        if (await deliver(tools, message)) sent += 1;
      }),
    );
    if (claimed.length < atOnce) return sent;
  }
}

async function deliver(tools: NoticeTools, message: OutboxMessage): Promise<boolean> {
  const db = tools.db.kysely;
  const notice = await noticeOf(tools, message);
  const reader = await readerOf(tools, message.registrationId);
  // Nothing to tell any more: the offer that it told of has ended meanwhile.
  if (!notice || !reader) {
    await markSent(db, message.id, { receipt: 'nothing to tell', now: tools.now() });
    return false;
  }
  const sent = await tools.notify.send({
    id: message.id,
    to: reader.email,
    locale: reader.locale,
    ...tools.words(notice, reader.locale),
  });
  const now = tools.now();
  if (sent.ok) await markSent(db, message.id, { receipt: sent.value.receipt, now });
  else await postponeMessage(db, message.id, (now + Math.min(longestPauseMs, 60_000 * 2 ** message.tries)) as Instant);
  return sent.ok;
}

async function noticeOf(tools: NoticeTools, { kind, registrationId, detail }: OutboxMessage): Promise<Notice | null> {
  if (kind === 'not-chosen' || kind === 'confirmed' || kind === 'lapsed') return { kind };
  if (kind !== 'offer') throw new Error(`expected a kind of notice, found ${kind}`);
  const offer = await findLiveOffer(tools.db.kysely, registrationId);
  // She may have declined that one, asked again and been chosen: the next offer has a message of its own.
  return offer && offer.day === detail['day']
    ? { kind, deadlineAt: offer.deadlineAt, portZone: portOf(offer.port).timeZone }
    : null;
}

async function readerOf(
  tools: NoticeTools,
  registrationId: RegistrationId,
): Promise<{ readonly email: string; readonly locale: Locale } | null> {
  const registration = await findRegistration(tools.db.kysely, registrationId);
  const account = registration && (await findAccount(tools.db.kysely, registration.accountId));
  if (!account) return null;
  const email = tools.vault.openJson(account.emailSealed, {
    table: 'accounts',
    column: 'email_sealed',
    row: account.id,
  });
  return { email: String(email), locale: isLocale(account.locale) ? account.locale : 'en' };
}
