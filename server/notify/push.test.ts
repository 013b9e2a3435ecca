import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PushTarget } from '#core/notice/push-target.ts';
import type { Instant } from '#core/time/instant.ts';
import { type RunningPushService, startPushService } from '#tests/support/push-service.ts';
import { createPush } from './push.ts';
import { vapidKeys } from './vapid.ts';

const noon = Date.UTC(2027, 2, 10, 17) as Instant;
const keys = vapidKeys(new Uint8Array(randomBytes(32)));
const words = {
  id: '0b0e5f1e-6f0e-4b51-9d3a-1f3f8e1c2a10',
  locale: 'ar-XB',
  subject: 'Puente: news',
  text: 'long text that no phone shows',
  brief: 'Open Puente. 1234',
  address: 'https://puente.example/ar-XB/status',
} as const;

let service: RunningPushService;
beforeAll(async () => {
  service = await startPushService(keys.publicKey);
});
afterAll(() => service.stop());

const push = (change: Partial<Parameters<typeof createPush>[0]> = {}) =>
  createPush({
    keys,
    subject: 'mailto:notices@puente.example',
    ownOrigins: [service.origin],
    now: () => noon,
    patience: 400,
    ...change,
  });
const send = (to: PushTarget, change = {}) => push(change).send({ ...words, to });

describe('a push', () => {
  test('holds what the phone shows, its direction and where it leads, and can be told from its repeat', async () => {
    expect((await send(service.subscribe(201))).ok).toBe(true);
    expect(service.pushed.at(-1)).toEqual({
      payload: {
        id: words.id,
        title: words.subject,
        body: words.brief,
        address: words.address,
        locale: 'ar-XB',
        dir: 'rtl',
      },
      topic: Buffer.from('0b0e5f1e6f0e4b519d3a1f3f8e1c2a10', 'hex').toString('base64url'),
      ttl: 46 * 3600,
    });
  });

  test.each([
    [404, { kind: 'notify-gone', cause: '404' }],
    [410, { kind: 'notify-gone', cause: '410' }],
    [413, { kind: 'notify-refused', cause: '413' }],
    [500, { kind: 'notify-unavailable', cause: '500' }],
    [403, { kind: 'notify-unavailable', cause: '403' }],
  ])('answered by %i is %j', async (status, error) => {
    expect(await send(service.subscribe(status))).toEqual({ ok: false, error });
  });

  test.each([
    ['120', 120_000],
    ['Wed, 10 Mar 2027 17:02:00 GMT', 120_000],
    ['soon', undefined],
    ['Wed, 10 Mar 2027 16:00:00 GMT', undefined],
  ])('too many, come back %s', async (header, retryAfterMs) => {
    const error = { kind: 'notify-unavailable', cause: '429', ...(retryAfterMs ? { retryAfterMs } : {}) };
    expect(await send(service.subscribe(429, header))).toEqual({ ok: false, error });
  });

  test('signed by another key than the browser was given is not ours', async () => {
    const strange = vapidKeys(new Uint8Array(randomBytes(32)));
    const sent = await send(service.subscribe(201), { keys: strange });
    expect(sent).toEqual({ ok: false, error: { kind: 'notify-unavailable', cause: '403' } });
  });

  test('goes nowhere but to a push service, and follows nobody elsewhere', async () => {
    const sent = await send({ ...service.subscribe(201), endpoint: 'http://127.0.0.1:1/' });
    expect(sent).toEqual({ ok: false, error: { kind: 'notify-gone', cause: 'no-service' } });
    const elsewhere = service.subscribe(201);
    const guide = createServer((_, response) => response.writeHead(307, { Location: elsewhere.endpoint }).end());
    await new Promise<void>((resolve) => guide.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(guide.address() as { readonly port: number }).port}`;
    const before = service.pushed.length;
    const led = await send({ ...elsewhere, endpoint: `${origin}/x` }, { ownOrigins: [origin] });
    guide.closeAllConnections();
    guide.close();
    expect(led).toMatchObject({ ok: false });
    expect(service.pushed.length).toBe(before);
  });

  test('to a service that does not answer is given up for now', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(silent.address() as { readonly port: number }).port}`;
    const sent = await send(
      { ...service.subscribe(201), endpoint: `${origin}/x` },
      { ownOrigins: [origin], patience: 100 },
    );
    silent.closeAllConnections();
    silent.close();
    expect(sent).toEqual({ ok: false, error: { kind: 'notify-unavailable', cause: 'TimeoutError' } });
  });

  test('to keys that are no point of the curve is never sent', async () => {
    const sent = await send({ ...service.subscribe(201), p256dh: `B${'A'.repeat(86)}` });
    expect(sent).toEqual({ ok: false, error: { kind: 'notify-gone', cause: 'keys' } });
  });
});

test('the same private key is the same to every browser', () => {
  const privateKey = new Uint8Array(32).fill(7);
  expect(vapidKeys(privateKey)).toEqual(vapidKeys(privateKey));
  expect(vapidKeys(privateKey).publicKey).toMatch(/^B[\w-]{86}$/);
  expect(() => vapidKeys(new Uint8Array(32))).toThrow();
});
