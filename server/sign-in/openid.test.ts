import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { importJWK, SignJWT } from 'jose';
import { afterEach, describe, expect, test } from 'vitest';
import { createOpenIdSignIn, type OpenIdSettings } from './openid.ts';
import { createBrowser, makeKeys, startSandbox } from './sandbox/over-http.testing.ts';
import { createSandboxProvider } from './sandbox/provider.ts';

const signing = await makeKeys('ES256', 'provider-1');
const client = await makeKeys('ES256', 'client-1');
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function listen(answer: (req: IncomingMessage, res: ServerResponse) => unknown): Promise<string> {
  const server = createServer((req, res) => void answer(req, res));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function adapter(issuer: string, overrides: Partial<OpenIdSettings> = {}) {
  return createOpenIdSignIn({
    issuer,
    clientId: 'puente',
    redirectUri: 'https://puente.example/api/sign-in/callback',
    clientKey: client.privateKey,
    isSandbox: false,
    allowPlainHttp: true,
    ...overrides,
  });
}

type Misbehaviour = {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly tokenStatus?: number;
  readonly brokenSignature?: boolean;
};

/** A provider that says what the test wants; the code that it gives is the nonce, since it remembers nothing. */
function providerThat({ claims = {}, tokenStatus = 200, brokenSignature = false }: Misbehaviour): Promise<string> {
  return listen(async (req, res) => {
    const issuer = `http://${req.headers.host}`;
    const send = (body: unknown, status = 200) =>
      res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (req.url === '/jwks') return send({ keys: [signing.publicKey] });
    if (req.url === '/userinfo') return send({ sub: 'someone', ...claims });
    if (req.url !== '/token') {
      return send({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/jwks`,
        id_token_signing_alg_values_supported: ['ES256'],
      });
    }
    const form = new URLSearchParams(Buffer.concat(await req.toArray()).toString());
    if (tokenStatus !== 200) return send({ error: 'server_error' }, tokenStatus);
    const token = await new SignJWT({ nonce: form.get('code'), ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'provider-1' })
      .setIssuer(issuer)
      .setAudience('puente')
      .setSubject('someone')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(await importJWK(brokenSignature ? client.privateKey : signing.privateKey, 'ES256'));
    return send({ access_token: 'a', token_type: 'Bearer', id_token: token });
  });
}

async function comeBack(signIn: ReturnType<typeof adapter>, extra: Readonly<Record<string, string>> = {}) {
  const begun = await signIn.begin('es');
  if (!begun.ok) return begun;
  const { state, nonce } = begun.value.flow;
  const callback = new URL('http://inside:3000/api/sign-in/callback');
  callback.search = new URLSearchParams({ state, ...('error' in extra ? {} : { code: nonce }), ...extra }).toString();
  return signIn.complete(callback, begun.value.flow);
}

const failed = { ok: false, error: { kind: 'sign-in-failed' } };
const unavailable = { ok: false, error: { kind: 'sign-in-unavailable' } };

describe('the e-mail address', () => {
  test('is taken from the ID token or from userinfo, whichever has it', async () => {
    const issuer = await providerThat({ claims: { email: 'maria@puente.example', email_verified: true } });
    expect(await comeBack(adapter(issuer))).toEqual({
      ok: true,
      value: { issuer, subject: 'someone', email: 'maria@puente.example' },
    });
  });

  test.each([
    { why: 'is not verified', claims: { email: 'maria@puente.example', email_verified: false } },
    { why: 'is not said to be verified', claims: { email: 'maria@puente.example' } },
    { why: 'is said to be verified by a string', claims: { email: 'maria@puente.example', email_verified: 'true' } },
    { why: 'is empty', claims: { email: '', email_verified: true } },
    { why: 'is missing', claims: { email_verified: true } },
    { why: 'is no text', claims: { email: 7, email_verified: true } },
  ])('that $why fails', async ({ claims }) => {
    expect(await comeBack(adapter(await providerThat({ claims })))).toEqual(failed);
  });
});

describe('what the provider says is checked', () => {
  const verified = { email: 'maria@puente.example', email_verified: true };

  test('an ID token signed with another key fails', async () => {
    const issuer = await providerThat({ claims: verified, brokenSignature: true });
    expect(await comeBack(adapter(issuer))).toEqual(failed);
  });

  test('an ID token with another nonce fails', async () => {
    const issuer = await providerThat({ claims: { ...verified, nonce: 'of-somebody-else' } });
    expect(await comeBack(adapter(issuer))).toEqual(failed);
  });

  test('metadata of another issuer is not used', async () => {
    const issuer = await providerThat({ claims: verified });
    expect(await comeBack(adapter(issuer.replace('127.0.0.1', 'localhost'), { backChannelOrigin: issuer }))).toEqual(
      unavailable,
    );
  });

  test('an issuer on plain http is refused outside of the demonstration', () => {
    expect(() => adapter('http://idp.example', { allowPlainHttp: false })).toThrow('must be on https');
  });
});

describe('a provider in trouble', () => {
  test.each([
    { error: 'access_denied', kind: 'sign-in-cancelled' },
    { error: 'temporarily_unavailable', kind: 'sign-in-unavailable' },
    { error: 'server_error', kind: 'sign-in-failed' },
    { error: 'unheard_of', kind: 'sign-in-failed' },
  ])('$error at the call-back is $kind', async ({ error, kind }) => {
    expect(await comeBack(adapter(await providerThat({})), { error })).toEqual({ ok: false, error: { kind } });
  });

  test.each([500, 503, 429])('HTTP status %i at the token endpoint is unavailable', async (tokenStatus) => {
    expect(await comeBack(adapter(await providerThat({ tokenStatus })))).toEqual(unavailable);
  });

  test('that is so beside the gateway, too, which puts a class of its own in the place of Response', async () => {
    getRequestListener(() => new Response());
    const issuer = await providerThat({ tokenStatus: 503 });
    expect(await fetch(issuer)).not.toBeInstanceOf(Response);
    expect(await comeBack(adapter(issuer))).toEqual(unavailable);
  });

  test('HTTP status 400 at the token endpoint is failed', async () => {
    expect(await comeBack(adapter(await providerThat({ tokenStatus: 400 })))).toEqual(failed);
  });

  test('one that never answers is unavailable as soon as the time is up', async () => {
    const silent = await listen(() => {});
    expect(await adapter(silent, { timeoutSeconds: 0.2 }).begin('ru')).toEqual(unavailable);
  });

  test('one that cuts the connection is unavailable', async () => {
    const rude = await listen((req) => req.socket.destroy());
    expect(await adapter(rude).begin('ru')).toEqual(unavailable);
  });

  test('one that goes down between leaving and coming back is unavailable', async () => {
    const { provider, signIn, stop } = await startSandbox('ES256');
    const begun = await signIn.begin('es');
    if (!begun.ok) throw new Error(begun.error.kind);
    const browser = createBrowser();
    const uid = (await browser.follow(begun.value.address)).searchParams.get('uid') ?? '';
    const onward = await provider.finish({ uid, email: 'maria@puente.example' });
    const callback = await browser.follow(onward.ok ? onward.value : '');
    await stop();
    expect(await signIn.complete(callback, begun.value.flow)).toEqual(unavailable);
  });

  test('one that was down at the first try is found at the next', async () => {
    let isDown = true;
    const working = await providerThat({});
    const issuer = await listen(async (req, res) => {
      if (isDown) return res.writeHead(503).end();
      const real = await fetch(new URL(req.url ?? '', working), { headers: { host: String(req.headers.host) } });
      const body = (await real.text()).replaceAll(working, issuer);
      return res.writeHead(200, { 'content-type': 'application/json' }).end(body);
    });
    const signIn = adapter(issuer);
    expect(await signIn.begin('es')).toEqual(unavailable);
    isDown = false;
    expect(await signIn.begin('es')).toMatchObject({ ok: true });
  });

  test('the log gets kind and code, never what the provider wrote', async () => {
    const told: string[] = [];
    const issuer = await providerThat({});
    const signIn = adapter(issuer, { report: (kind, reason) => told.push(`${kind}: ${reason}`) });
    const found = await comeBack(signIn, { error: 'unheard_of', error_description: 'maria@puente.example is unknown' });
    expect(found).toEqual(failed);
    expect(told).toEqual(['sign-in-failed: unheard_of']);
  });
});

test('behind a proxy the browser gets the public address while the server calls itself', async () => {
  const own = await listen((req, res) => {
    if (!provider.handle(req, res)) res.writeHead(404).end();
  });
  const provider = createSandboxProvider({
    publicUrl: 'https://puente.invalid',
    signingKey: signing.privateKey,
    client: { id: 'puente', redirectUri: 'https://puente.invalid/callback', publicKey: client.publicKey },
  });
  const begun = await adapter(provider.issuer, { allowPlainHttp: false, backChannelOrigin: own }).begin('es');
  expect(begun).toMatchObject({ ok: true });
  expect(begun.ok && begun.value.address).toMatch(/^https:\/\/puente\.invalid\/sandbox\/oidc\/auth\?/);
});
