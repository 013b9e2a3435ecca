import webPush from 'web-push';
import { dirOf } from '#core/language/locales.ts';
import { isPushService, type PushTarget } from '#core/notice/push-target.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Message, Notify, NotifyFailure } from './contract.ts';
import type { VapidKeys } from './vapid.ts';

export type PushSettings = {
  readonly keys: VapidKeys;
  /** `mailto:` or `https:`: where the push service's people reach ours. */
  readonly subject: string;
  /** Origins of push services besides those of the browsers. */
  readonly ownOrigins: readonly string[];
  readonly now: () => Instant;
  /** Milliseconds for the whole request. */
  readonly patience?: number;
};

/** Seconds for which the service keeps it for a phone that is off: as long as an offer can be confirmed, extended. */
const keptFor = 46 * 3600;

/**
 * Web push (RFC 8030, 8291, 8292). What is sent again replaces itself: at the service by its topic, on the phone by its
 * tag. Services see neither words nor address of the page, only that something came, for whom, and how long it is.
 */
export function createPush(settings: PushSettings): Notify<PushTarget> {
  const { keys, subject, ownOrigins, patience = 15_000 } = settings;
  return {
    isSandbox: false,
    async send(message) {
      if (!isPushService(message.to.endpoint, ownOrigins)) return err({ kind: 'notify-gone', cause: 'no-service' });
      const request = requestFor(message, { ...keys, subject });
      // Keys that are no point of the curve: nothing can be sealed for that browser.
      if (!request) return err({ kind: 'notify-gone', cause: 'keys' });
      try {
        const response = await fetch(request.endpoint, {
          method: 'POST',
          headers: request.headers as Record<string, string>,
          body: new Uint8Array(request.body),
          // Elsewhere is where we did not mean to call.
          redirect: 'manual',
          signal: AbortSignal.timeout(patience),
        });
        await response.body?.cancel();
        return readStatus(response, message.id, settings.now());
      } catch (error) {
        return err({ kind: 'notify-unavailable', cause: nameOf(error) });
      }
    },
  };
}

function requestFor(message: Message<PushTarget>, vapidDetails: VapidKeys & { readonly subject: string }) {
  const { endpoint, p256dh, auth } = message.to;
  try {
    return webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payloadOf(message), {
      vapidDetails,
      TTL: keptFor,
      urgency: 'high',
      topic: Buffer.from(message.id.replaceAll('-', ''), 'hex').toString('base64url'),
      contentEncoding: 'aes128gcm',
    });
  } catch {
    return null;
  }
}

/** What `app/_pwa/worker/push.ts` reads. Services take 4,096 bytes and more; this has less than a thousand. */
function payloadOf({ id, subject, brief, address, locale }: Message<PushTarget>): string {
  return JSON.stringify({ id, title: subject, body: brief, address, locale, dir: dirOf(locale) });
}

function readStatus(
  { status, headers }: Response,
  id: string,
  now: Instant,
): Result<{ readonly receipt: string }, NotifyFailure> {
  const cause = String(status);
  if (status >= 200 && status < 300) return ok({ receipt: `push:${id}` });
  if (status === 404 || status === 410) return err({ kind: 'notify-gone', cause });
  if (status === 429 || status >= 500) {
    const retryAfterMs = retryAfter(headers.get('retry-after'), now);
    return err({ kind: 'notify-unavailable', cause, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });
  }
  // 401 and 403: the service does not know us, which the operator mends.
  return err({ kind: status === 401 || status === 403 ? 'notify-unavailable' : 'notify-refused', cause });
}

/** Milliseconds; seconds or a date of RFC 9110, 10.2.3. */
function retryAfter(header: string | null, now: Instant): number | undefined {
  if (header === null) return undefined;
  const wait = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) || wait < 0 ? undefined : wait;
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = (error.cause as { readonly code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : error.name;
}
