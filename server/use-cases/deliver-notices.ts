import { isBuilt } from '#core/language/published.ts';
import type { PushTarget } from '#core/notice/push-target.ts';
import { nextTry } from '#core/notice/retry.ts';
import { portOf } from '#core/policy/ports.ts';
import { runsOutAt } from '#core/pool/standing-request.ts';
import type { Result } from '#core/result.ts';
import { isLocalMinute } from '#core/time/day.ts';
import type { Instant, LocalMinute } from '#core/time/instant.ts';
import {
  claimDeliveries,
  type DueDelivery,
  endDelivery,
  postponeDelivery,
  releaseDelivery,
} from '#server/db/repositories/deliveries.ts';
import { findLiveOffer } from '#server/db/repositories/offers.ts';
import { deletePushSubscription } from '#server/db/repositories/push-subscriptions.ts';
import { findStandingRequest } from '#server/db/repositories/standing-requests.ts';
import {
  type Channel,
  type Channels,
  isNoticeKind,
  type Message,
  type Notice,
  type NoticeWords,
  type NotifyFailure,
} from '#server/notify/contract.ts';
import { aFewAtOnce } from './a-few-at-once.ts';
import { emailOf } from './email-of.ts';
import { handOnNotices } from './hand-on-notices.ts';
import { codeOf } from './message-code.ts';
import { policyNow, type Tools } from './tools.ts';

/** Longer than a batch takes by a channel where each message runs into its time limit. */
const leaseMs = 10 * 60_000;
const batch = 40;
const atOnce = 8;

export type NoticeTools = Pick<Tools, 'db' | 'vault' | 'now' | 'policies'> & {
  readonly channels: Channels;
  readonly words: NoticeWords;
};

/** What became of the deliveries that one round tried; `cause` is the latest failure's, for the log. */
export type Round = {
  readonly sent: number;
  readonly postponed: number;
  readonly failed: number;
  readonly cause: string | null;
};

/**
 * Hands on what the outbox holds, and sends what is due by one channel, a few at once. A channel that is down is asked
 * again, ever later, for three days; after a batch in which nothing went through, the rest is left to the next round. A
 * message sent just before a crash may go out again under the same id. Throws, after the others have been told, for a
 * message that can't be made: its lease puts it off. `isEnding`: the process wants to stop.
 */
export async function deliverNotices(
  tools: NoticeTools,
  channel: Channel,
  isEnding: () => boolean = () => false,
): Promise<Round> {
  await handOnNotices(tools);
  const done: Tried[] = [];
  const failures: unknown[] = [];
  for (;;) {
    const now = tools.now();
    const leasedUntil = (now + leaseMs) as Instant;
    const due = await claimDeliveries(tools.db.kysely, channel, { now, leasedUntil, limit: batch });
    const tried: Tried[] = [];
    await aFewAtOnce(atOnce, due, async (delivery) => {
      if (isEnding()) {
        await releaseDelivery(tools.db.kysely, delivery.id, now);
        return;
      }
      await attempt(tools, channel, delivery).then(
        (one) => tried.push(one),
        (error: unknown) => failures.push(error),
      );
    });
    done.push(...tried);
    const isDown = tried.length > 0 && tried.every(({ state }) => state === 'postponed');
    if (due.length < batch || isDown || isEnding()) break;
  }
  if (failures.length > 0) {
    throw new AggregateError(failures, `${failures.length} messages can't be made`, { cause: failures[0] });
  }
  const count = (state: Tried['state']) => done.filter((one) => one.state === state).length;
  const cause = done.findLast((one) => one.cause !== null)?.cause ?? null;
  return { sent: count('sent'), postponed: count('postponed'), failed: count('failed'), cause };
}

type Tried = { readonly state: 'sent' | 'postponed' | 'failed' | 'dropped'; readonly cause: string | null };

async function attempt(tools: NoticeTools, channel: Channel, delivery: DueDelivery): Promise<Tried> {
  const db = tools.db.kysely;
  const notice = await noticeOf(tools, delivery);
  // Nothing to tell any more: the offer that it told of has ended meanwhile.
  if (!notice) {
    await endDelivery(db, delivery.id, { state: 'dropped', now: tools.now() });
    return { state: 'dropped', cause: null };
  }
  const sent = await sendBy(tools, channel, { delivery, notice });
  const now = tools.now();
  if (sent.ok) {
    await endDelivery(db, delivery.id, { state: 'sent', receipt: sent.value.receipt, now });
    return { state: 'sent', cause: null };
  }
  return await afterFailure(tools, delivery, sent.error);
}

async function afterFailure(tools: NoticeTools, delivery: DueDelivery, error: NotifyFailure): Promise<Tried> {
  const db = tools.db.kysely;
  const now = tools.now();
  const failure = `${error.kind} ${error.cause}`;
  const retryAfterMs = error.kind === 'notify-unavailable' ? error.retryAfterMs : undefined;
  const { madeAt, tries } = delivery;
  const nextAt = error.kind === 'notify-unavailable' ? nextTry({ madeAt, tries, now, retryAfterMs }) : null;
  if (nextAt !== null) {
    await postponeDelivery(db, delivery.id, { nextAt, failure });
    return { state: 'postponed', cause: error.cause };
  }
  await endDelivery(db, delivery.id, { state: 'failed', failure, now });
  if (error.kind === 'notify-gone' && delivery.subscription) {
    await deletePushSubscription(db, delivery.subscription.id);
  }
  return { state: 'failed', cause: error.cause };
}

type Written = { readonly delivery: DueDelivery; readonly notice: Notice };

async function sendBy(
  { db, vault, channels, words }: NoticeTools,
  channel: Channel,
  { delivery, notice }: Written,
): Promise<Result<{ readonly receipt: string }, NotifyFailure>> {
  const locale = isBuilt(delivery.locale) ? delivery.locale : 'en';
  const code = codeOf(vault, delivery.outboxId);
  const said = words(notice, { locale, code, isDiscreet: delivery.isDiscreet });
  const message: Omit<Message, 'to'> = { id: delivery.outboxId, locale, ...said };
  if (channel === 'push') {
    if (!delivery.subscription) return { ok: false, error: { kind: 'notify-gone', cause: 'switched-off' } };
    const { id: row, sealed } = delivery.subscription;
    const to = vault.openJson(sealed, { table: 'push_subscriptions', column: 'sealed', row }) as PushTarget;
    return await channels.push.send({ ...message, to });
  }
  const to = await emailOf({ vault }, db.kysely, delivery);
  if (to === null) return { ok: false, error: { kind: 'notify-gone', cause: 'no-address' } };
  return await channels.email.send({ ...message, to });
}

async function noticeOf(
  tools: NoticeTools,
  { kind, registrationId, detail }: Pick<DueDelivery, 'kind' | 'registrationId' | 'detail'>,
): Promise<Notice | null> {
  if (!isNoticeKind(kind)) throw new Error(`expected a kind of notice, found ${kind}`);
  if (kind === 'sign-of-life') return signOfLife(tools, registrationId);
  if (kind === 'moved') return { kind, ...slotsOf(detail) };
  if (kind !== 'offer') return { kind };
  const offer = await findLiveOffer(tools.db.kysely, registrationId);
  // She may have declined that one, asked again and been chosen: the next offer has a message of its own.
  return offer && offer.day === detail['day']
    ? { kind, deadlineAt: offer.deadlineAt, portZone: portOf(offer.port).timeZone }
    : null;
}

/** As the move wrote them down. */
function slotsOf(detail: DueDelivery['detail']): { readonly before: LocalMinute; readonly now: LocalMinute } {
  const { before, now } = detail;
  if (!isSlot(before) || !isSlot(now)) throw new Error(`expected two slots of a move, found ${JSON.stringify(detail)}`);
  return { before, now };
}

function isSlot(value: unknown): value is LocalMinute {
  return typeof value === 'string' && isLocalMinute(value);
}

/** Null where she gave one meanwhile: nobody is asked twice. */
async function signOfLife(tools: NoticeTools, registrationId: DueDelivery['registrationId']): Promise<Notice | null> {
  const standing = await findStandingRequest(tools.db.kysely, registrationId);
  if (standing?.state !== 'live' || standing.warnedDays === null) return null;
  return { kind: 'sign-of-life', runsOutAt: runsOutAt(standing.lastSignAt, policyNow(tools)) };
}
