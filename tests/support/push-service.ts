import { createECDH, createPublicKey, type ECDH, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { decrypt } from 'http_ece';
import { jwtVerify } from 'jose';
import type { PushTarget } from '#core/notice/push-target.ts';

export type Pushed = {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly topic: string;
  readonly ttl: number;
};

export type RunningPushService = {
  readonly origin: string;
  /** What arrived at the phones, opened with their keys. */
  readonly pushed: readonly Pushed[];
  /** A browser's subscription; the service answers to it with that status, with `retryAfter` where it is given. */
  readonly subscribe: (status: number, retryAfter?: string) => PushTarget;
  readonly stop: () => Promise<void>;
};

type Phone = { readonly key: ECDH; readonly auth: string; readonly status: number; readonly retryAfter?: string };

/** A push service over HTTP (RFC 8030): knows who calls (RFC 8292) and opens what came as the browser does (RFC 8291). */
export async function startPushService(publicKey: string): Promise<RunningPushService> {
  const phones = new Map<string, Phone>();
  const pushed: Pushed[] = [];
  let origin = '';
  const server = createServer((request, response) => {
    void answer(request).then(([status, headers]) => {
      response.writeHead(status, headers);
      response.end();
    });
  });

  async function answer(request: IncomingMessage): Promise<readonly [number, Record<string, string>]> {
    const phone = phones.get(request.url ?? '');
    if (!phone) return [404, {}];
    const body = await bytesOf(request);
    if (!(await isKnown(request.headers.authorization, { origin, publicKey }))) return [403, {}];
    if (phone.status !== 201) return [phone.status, phone.retryAfter ? { 'Retry-After': phone.retryAfter } : {}];
    const plain = decrypt(body, { version: 'aes128gcm', privateKey: phone.key, authSecret: phone.auth });
    pushed.push({
      payload: JSON.parse(plain.toString()) as Pushed['payload'],
      topic: String(request.headers['topic']),
      ttl: Number(request.headers['ttl']),
    });
    return [201, { Location: `${origin}/message/${pushed.length}` }];
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('expected a TCP address');
  origin = `http://127.0.0.1:${at.port}`;
  return {
    origin,
    pushed,
    subscribe(status, retryAfter) {
      const key = createECDH('prime256v1');
      const p256dh = key.generateKeys('base64url');
      const auth = randomBytes(16).toString('base64url');
      const path = `/push/${randomBytes(8).toString('base64url')}`;
      phones.set(path, { key, auth, status, ...(retryAfter ? { retryAfter } : {}) });
      return { endpoint: `${origin}${path}`, p256dh, auth };
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** The token is for this very service, signed by the key that the browser was given, and lives a day at most. */
async function isKnown(
  header: string | undefined,
  { origin, publicKey }: { readonly origin: string; readonly publicKey: string },
): Promise<boolean> {
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(\S+)$/.exec(header ?? '') ?? [];
  if (key !== publicKey) return false;
  const point = Buffer.from(key, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  try {
    const { payload } = await jwtVerify(token, createPublicKey({ key: jwk, format: 'jwk' }), { audience: origin });
    const { sub = '', exp = 0 } = payload;
    return /^(mailto:|https:)/.test(sub) && exp - Date.now() / 1000 <= 24 * 3600;
  } catch {
    return false;
  }
}
