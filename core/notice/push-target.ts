import type { FieldProblem } from '#core/problem/kinds.ts';
import { type Checked, type Fields, readText } from '#core/registration/field.ts';
import { err, ok, type Result } from '#core/result.ts';

/** Where a browser can be reached, as its `PushSubscription` gives it (W3C Push API; keys of RFC 8291). */
export type PushTarget = {
  readonly endpoint: string;
  /** base64url, 65 bytes: an uncompressed point of P-256. */
  readonly p256dh: string;
  /** base64url, 16 bytes. */
  readonly auth: string;
};

const longestEndpoint = 1000;

/** Push services of the browsers that there are. An address from a form is a wish to make us call somewhere. */
const services = [
  'fcm.googleapis.com',
  'jmt17.google.com',
  '*.push.services.mozilla.com',
  '*.notify.windows.com',
  '*.push.apple.com',
] as const;

/** Whether we send there: the services above, and those whose origin the operator names, such as `https://push.example`. */
export function isPushService(endpoint: string, ownOrigins: readonly string[]): boolean {
  if (ownOrigins.some((origin) => endpoint.startsWith(`${origin}/`))) return true;
  const host = /^https:\/\/([a-z0-9.-]+)\//.exec(endpoint)?.[1];
  return host !== undefined && services.some((service) => covers(service, host));
}

function covers(service: string, host: string): boolean {
  return service.startsWith('*') ? host.endsWith(service.slice(1)) : host === service;
}

/** What a browser's script sent, or which of it isn't right. Field kinds: `missing`, `wrong-type`, `too-long`, `not-in-list`. */
export function readPushTarget(
  fields: Fields,
  ownOrigins: readonly string[],
): Result<PushTarget, { readonly kind: 'fields'; readonly fields: readonly FieldProblem[] }> {
  const checked = {
    endpoint: checkEndpoint(fields, ownOrigins),
    p256dh: checkKey(fields, 'p256dh', /^B[\w-]{86}$/),
    auth: checkKey(fields, 'auth', /^[\w-]{22}$/),
  };
  const problems = Object.entries(checked).flatMap(([field, one]) => (one.ok ? [] : [{ field, ...one.error }]));
  const { endpoint, p256dh, auth } = checked;
  if (!endpoint.ok || !p256dh.ok || !auth.ok) return err({ kind: 'fields', fields: problems });
  return ok({ endpoint: endpoint.value, p256dh: p256dh.value, auth: auth.value });
}

function checkEndpoint(fields: Fields, ownOrigins: readonly string[]): Checked<string> {
  const read = readText(fields, 'endpoint');
  if (!read.ok) return read;
  if (read.value === '') return err({ kind: 'missing' });
  if (read.value.length > longestEndpoint) return err({ kind: 'too-long', limit: longestEndpoint });
  return /^[\x21-\x7e]+$/.test(read.value) && isPushService(read.value, ownOrigins)
    ? read
    : err({ kind: 'not-in-list' });
}

function checkKey(fields: Fields, field: 'p256dh' | 'auth', form: RegExp): Checked<string> {
  const read = readText(fields, field);
  if (!read.ok) return read;
  if (read.value === '') return err({ kind: 'missing' });
  // Some browsers pad.
  const key = read.value.replace(/=+$/, '');
  return form.test(key) ? ok(key) : err({ kind: 'wrong-type' });
}
