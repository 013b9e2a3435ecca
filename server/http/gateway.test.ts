import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { getRequestListener } from '@hono/node-server';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bestLocale } from '#core/language/best-locale.ts';
import { launchLocales } from '#core/language/locales.ts';
import { shippedPolicies } from '#core/policy/policies.ts';
import { type Policy, policyNamed, type Questions } from '#core/policy/policy.ts';
import { makeLog } from '../log.ts';
import { ana, makeApiSetting } from './api.testing.ts';
import { type BuiltFile, makeBuiltFiles, withoutWorker } from './built-files.ts';
import { sessionCookie } from './cookies.ts';
import { makeGateway } from './gateway.ts';
import { type Page, requestIdMark, wayBackMark } from './pages.ts';
import { shownPolicy } from './policy-fit.ts';
import { scriptHashes } from './security.ts';

const folder = mkdtempSync(join(tmpdir(), 'puente-gateway-'));
const script = `self.id="${requestIdMark}"`;
const html = (text: string) => `<!DOCTYPE html><title>${text}</title><script>${script}</script>${text.repeat(200)}`;

function built(name: string, content: string, kind: Partial<Pick<BuiltFile, 'keeps' | 'type'>> = {}): BuiltFile {
  writeFileSync(join(folder, name), content);
  writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content));
  writeFileSync(join(folder, `${name}.gz`), gzipSync(content));
  const files = { identity: name, br: `${name}.br`, gzip: `${name}.gz` };
  return { type: 'text/html', keeps: 'page', ...kind, hash: name, files, scripts: [...scriptHashes(content)] };
}

let policy: Policy = policyNamed('2027-01', shippedPolicies);
const files = makeBuiltFiles(folder, {
  plainScripts: ['/plain.js'],
  policy: shownPolicy(policy),
  files: {
    '/es/register/name': built('name-es', html('nombre')),
    '/es/terms': { ...built('terms-es', html('términos')), plain: built('plain-es', 'términos sin más'.repeat(99)) },
    '/es/problems/not-found': {
      ...built('not-found-es', html(`no hay ${requestIdMark}`)),
      plain: built('not-found-plain-es', `<p>no hay ${requestIdMark}`),
    },
    '/en/problems/not-found': built('not-found-en', html(`none ${requestIdMark}`)),
    '/en/problems/unexpected': built('unexpected-en', html(`sorry ${requestIdMark} ${wayBackMark}.`)),
    '/en/problems/method-not-allowed': built('method-en', html(`method ${wayBackMark}.`)),
    '/_next/static/chunks/a.js': built('a.js', 'run();'.repeat(200), { keeps: 'forever', type: 'text/javascript' }),
    '/worker.js': built('worker.js', 'keep();'.repeat(200), { keeps: 'never', type: 'text/javascript' }),
    '/worker-off.js': built('off.js', 'leave();'.repeat(200), { keeps: 'never', type: 'text/javascript' }),
    '/icon.svg': built('icon.svg', '<svg/>'.repeat(200), { keeps: 'hour', type: 'image/svg+xml' }),
  },
});

const asked: { url: string | undefined; headers: IncomingMessage['headers'] }[] = [];
const lines: string[] = [];
const seen: unknown[] = [];
let server: Server;
let port: number;
let signedIn: string;

beforeAll(async () => {
  const { app, paths, sessions } = makeApiSetting();
  const { session } = await sessions.start('en');
  const { token } = await sessions.signIn(session, { accountId: ana, role: 'applicant', locale: 'en' });
  signedIn = `${sessionCookie(false)}=${token}`;
  server = createServer(
    makeGateway({
      files,
      next: async (req, res) => {
        asked.push({ url: req.url, headers: { ...req.headers } });
        if (req.headers.cookie?.includes('throws')) throw new Error('Next failed');
        res.writeHead(req.headers.cookie?.includes('fails') ? 500 : 200, { 'X-Next': '1' });
        res.write('by ');
        res.end('next');
      },
      api: getRequestListener(app.fetch),
      apiPaths: paths,
      mounts: [(req, res) => Boolean(req.url?.startsWith('/sandbox/oidc/') && res.end('mounted'))],
      policy: () => policy,
      locales: ['en', 'es', 'pt-BR'],
      bestLocale: (header) => bestLocale(header, launchLocales),
      publicUrl: 'http://localhost:3000',
      isPublicUrlGiven: false,
      staysOnHttps: false,
      signInOrigin: 'https://idp.example',
      captchaOrigins: ['https://robots.example'],
      log: makeLog({ level: 'info', showsMessages: true, to: { write: (line: string) => lines.push(line) } }),
      onPersonalPage: (cookies) => seen.push(cookies),
    }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

type Answer = { readonly status: number; readonly headers: IncomingMessage['headers']; readonly body: Buffer };

/** `fetch` would tidy paths, follow redirects and unpack; here the answer is as it goes over the line. */
async function ask(
  path: string,
  headers: Readonly<Record<string, string>> = {},
  { method = 'GET', body }: { readonly method?: string; readonly body?: Buffer } = {},
): Promise<Answer> {
  const sent = request({ port, host: '127.0.0.1', path, method, headers: { host: 'puente.example', ...headers } });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(await answer.toArray()) };
}
const nextUrl = () => asked.at(-1)?.url;

describe('a policy that says otherwise than the built pages', () => {
  const before = policy;
  afterEach(() => {
    policy = before;
  });
  const asking = (change: Partial<Questions>) => {
    policy = { ...before, questions: { ...before.questions, ...change } };
  };

  test('has the forms of the registration made anew', async () => {
    expect((await ask('/es/register/name')).body.toString()).toContain('nombre');
    asking({ nativeNames: 'not-asked' });
    await ask('/es/register/name');
    expect(nextUrl()).toBe('/es/live/register/name');
    expect((await ask('/es/terms')).body.toString()).toContain('términos');
  });

  test('has no page of a question that it does not ask', async () => {
    expect((await ask('/es/register/looks')).status).toBe(404);
    asking({ eyeColor: 'asked' });
    await ask('/es/register/looks');
    expect(nextUrl()).toBe('/es/live/register/looks');
    asking({ sex: 'not-asked' });
    expect((await ask('/es/register/sex?change')).status).toBe(404);
  });

  test.each<[string, Partial<Policy>, readonly Page[]]>([
    ['other terms', { termsVersion: '2027-06' }, ['terms', 'register/terms']],
    ['another area', { geofence: { ...before.geofence, southernLatitude: 20 } }, ['ask/send', 'offer/confirm']],
  ])('has the pages made anew that show %s, and no others', async (_title, change, pages) => {
    policy = { ...before, ...change };
    for (const page of [
      'terms',
      'register/terms',
      'register/name',
      'ask/send',
      'offer/confirm',
      'ask/ports',
    ] as const) {
      asked.length = 0;
      await ask(`/es/${page}`);
      expect([page, nextUrl()?.startsWith('/es/live/') ?? false]).toEqual([page, pages.includes(page)]);
    }
  });

  test('shows no address of the terms but the plain one', async () => {
    const { status, headers } = await ask('/es/live/terms');
    expect([status, headers.location]).toEqual([307, '/es/terms']);
  });

  test.each(['relationship', 'guardian'])('has the page of what is asked about others alone: %s', async (step) => {
    const query = 'person=0b9c5d1e-7d1f-4f43-8f1c-0d6ab8f4a111';
    expect((await ask(`/es/register/${step}?${query}`)).status).toBe(200);
    expect(nextUrl()).toBe(`/es/live/register/${step}?${query}`);
  });
});

describe('built pages', () => {
  test.each([
    ['br, gzip', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', undefined],
    ['', undefined],
  ])('are sent for %j as %s', async (accepted, encoding) => {
    const { status, headers, body } = await ask('/es/terms', { 'accept-encoding': accepted });
    expect([status, headers['content-encoding']]).toEqual([200, encoding]);
    expect(Number(headers['content-length'])).toBe(body.length);
    expect(headers['cache-control']).toBe('private, no-cache');
    expect(headers.vary).toBe(
      'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch, Accept-Encoding, Cookie, Save-Data, ECT',
    );
  });

  test('are not sent again to who has them, in just that encoding', async () => {
    const { headers } = await ask('/es/terms', { 'accept-encoding': 'br' });
    const etag = String(headers.etag);
    const again = await ask('/es/terms', { 'accept-encoding': 'br', 'if-none-match': `"x", W/${etag}` });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await ask('/es/terms', { 'accept-encoding': 'gzip', 'if-none-match': etag })).status).toBe(200);
  });

  test('answer HEAD with everything but the content', async () => {
    const { status, headers, body } = await ask('/es/terms', {}, { method: 'HEAD' });
    expect([status, body.length]).toEqual([200, 0]);
    expect(Number(headers['content-length'])).toBeGreaterThan(1000);
  });

  test('let just their own inline scripts run', async () => {
    const policy = String((await ask('/es/terms')).headers['content-security-policy']);
    const hash = createHash('sha256').update(script).digest('base64');
    expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`);
    expect(policy).toContain("form-action 'self' https://idp.example;");
    expect(policy).not.toMatch(/unsafe|nonce/);
  });

  test.each([
    { rsc: '1' },
    { 'next-router-prefetch': '1' },
    { 'next-router-segment-prefetch': '/_tree' },
    { 'next-action': 'x' },
    { cookie: '__prerender_bypass=x' },
  ])('are left to Next for %j', async (headers: Record<string, string>) => {
    const { body } = await ask('/es/register/name', headers);
    expect([body.toString(), nextUrl()]).toEqual(['by next', '/es/register/name']);
  });

  test('are left to Next for ?_rsc=', async () => {
    expect((await ask('/es/terms?_rsc=1')).body.toString()).toBe('by next');
  });
});

test('scripts are kept for ever, icons for an hour', async () => {
  const chunk = await ask('/_next/static/chunks/a.js', { 'accept-encoding': 'br' });
  expect(chunk.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(chunk.headers['content-encoding']).toBe('br');
  expect((await ask('/icon.svg')).headers['cache-control']).toBe('public, max-age=3600');
});

describe('a form page', () => {
  test('for which an outcome waits is made by its twin', async () => {
    await ask('/es/register/name', { cookie: 'puente_waiting=register/name' });
    expect(nextUrl()).toBe('/es/live/register/name');
    expect(seen.at(-1)).toBe('puente_waiting=register/name');
  });

  test('is the file while an outcome waits for another page', async () => {
    const { headers } = await ask('/es/register/name', { cookie: 'puente_waiting=register/birth' });
    expect(headers.etag).toContain('name-es');
  });

  test('with ?change is made by its twin', async () => {
    await ask('/es/register/name?change');
    expect(nextUrl()).toBe('/es/live/register/name?change');
  });

  test('has one address: the twin is sent there', async () => {
    const { status, headers } = await ask('/es/live/register/name?change');
    expect([status, headers.location]).toEqual([307, '/es/register/name?change']);
  });
});

describe('pages by Next', () => {
  test('of all, only the one with the check against robots may load what its vendor brings', async () => {
    const policyOf = async (path: string) => String((await ask(path)).headers['content-security-policy']);
    expect(await policyOf('/es/ask/send?change')).toContain('frame-src https://robots.example;');
    for (const path of ['/es/status', '/es/ask/ports?change', '/es/offer/confirm?change', '/es/terms'])
      expect(await policyOf(path)).not.toContain('robots.example');
  });

  test('get a nonce of their own each time, and the request id, and nothing that steers Next from outside', async () => {
    const inner = {
      'x-middleware-subrequest': 'x',
      'x-matched-path': '/x',
      'content-security-policy': 'x',
      'puente-request-id': 'x',
    };
    const one = await ask('/es/status', inner);
    const other = await ask('/es/status');
    const policy = String(one.headers['content-security-policy']);
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/]{22}=='/);
    expect(policy).not.toBe(other.headers['content-security-policy']);
    expect(asked.at(-2)?.headers['content-security-policy']).toBe(policy);
    expect(asked.at(-2)?.headers['puente-request-id']).toBe(one.headers['puente-request-id']);
    expect(asked.at(-2)?.headers).not.toHaveProperty('x-middleware-subrequest');
    expect(asked.at(-2)?.headers).not.toHaveProperty('x-matched-path');
  });

  test.each(['fails', 'throws'])("that Next %s are the project's own page with the id to read out", async (how) => {
    const { status, headers, body } = await ask('/en/status', { cookie: how });
    expect(status).toBe(500);
    expect(body.toString()).toContain(`sorry ${String(headers['puente-request-id'])}`);
    expect(body.toString()).not.toContain(requestIdMark);
    expect(body.toString()).toContain('/en/status.');
    expect(headers).not.toHaveProperty('x-next');
    const hash = createHash('sha256')
      .update(`self.id="${String(headers['puente-request-id'])}"`)
      .digest('base64');
    expect(headers['content-security-policy']).toContain(`'sha256-${hash}'`);
  });
});

describe('for who saves data, or has a slow line', () => {
  const saving = { 'save-data': 'on' };

  test('a built page comes without run-time', async () => {
    const { body, headers } = await ask('/es/terms', saving);
    expect(body.toString()).toContain('términos sin más');
    expect(headers.etag).toContain('plain-es');
    expect(headers['content-security-policy']).toContain("script-src 'self';");
  });

  test('to everybody else it comes with it, and the browser is asked to tell more', async () => {
    const { body, headers } = await ask('/es/terms');
    expect(body.toString()).toContain(script);
    expect(headers['accept-ch']).toBe('ECT');
  });

  test('a page that needs its run-time comes with it', async () => {
    expect((await ask('/es/register/name', saving)).headers.etag).toContain('name-es');
  });

  test.each(['fails', 'throws'])('a page that Next %s is that of the problem', async (how) => {
    const { status, body } = await ask('/en/status', { ...saving, cookie: how });
    expect([status, body.toString().startsWith('<!DOCTYPE html>')]).toEqual([500, true]);
  });

  test('what Next’s router asks for is as ever', async () => {
    expect((await ask('/es/terms?_rsc=1', saving)).body.toString()).toBe('by next');
  });
});

describe('languages', () => {
  test.each([
    [{ 'accept-language': 'pt-PT,pt;q=0.9' }, '/pt-BR/language'],
    [{ 'accept-language': 'de' }, '/en/language'],
    [{}, '/en/language'],
    [{ 'accept-language': 'pt', cookie: 'puente_language=es' }, '/es/language'],
    [{ 'accept-language': 'pt', cookie: 'puente_language=//evil.example' }, '/pt-BR/language'],
  ])('/ with %j goes to %s', async (headers, location) => {
    const answer = await ask('/', headers);
    expect([answer.status, answer.headers.location]).toEqual([302, location]);
  });

  test('the language of the page that she looks at is remembered, once', async () => {
    expect((await ask('/es/terms')).headers['set-cookie']).toEqual([expect.stringContaining('puente_language=es;')]);
    expect((await ask('/es/terms', { cookie: 'puente_language=es' })).headers['set-cookie']).toBeUndefined();
  });
});

describe('what is not there', () => {
  test.each([
    ['/es/nowhere', 'no hay'],
    ['/es/register', 'no hay'],
    ['/es/live/status', 'no hay'],
    ['/es/problems/nothing', 'no hay'],
    ['/de/terms', 'none'],
    ['/ES/terms', 'none'],
    ['/ar-XB/terms', 'none'],
    // For developers alone.
    ['/en/_gallery', 'none'],
    ['/_next/static/none.js', 'none'],
    ['/_next/image?url=/x', 'none'],
    ['/%ff', 'none'],
    ['/es/%E0%A4%A', 'no hay'],
    ['/../etc/passwd', 'none'],
    ['/es/..%2f..%2fetc', 'no hay'],
    ['/constructor', 'none'],
    ['/es/toString', 'no hay'],
  ])('%s is 404 in words: %s', async (path, words) => {
    const { status, headers, body } = await ask(path);
    expect(status).toBe(404);
    expect(body.toString()).toContain(`${words} ${String(headers['puente-request-id'])}`);
  });

  test('it comes packed, and without run-time where it can do without', async () => {
    const { headers, body } = await ask('/es/nowhere', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(body).toString()).toBe(`<p>no hay ${String(headers['puente-request-id'])}`);
    expect(headers['content-security-policy']).toContain("script-src 'self';");
  });

  test('an unknown path never stands in the log', async () => {
    await ask('/es/maria-perez');
    expect(lines.join('')).not.toContain('maria-perez');
    expect(lines.at(-1)).toContain('"status":404');
  });
});

test.each([
  ['/es/terms/', '/es/terms'],
  ['//evil.example/', '/evil.example'],
  ['/es//register//name?change', '/es/register/name?change'],
])('%s is tidied to %s', async (path, location) => {
  const answer = await ask(path);
  expect([answer.status, answer.headers.location]).toEqual([308, location]);
});

test('127.0.0.1 is sent to localhost where that is the public name, and the back channel is not', async () => {
  const host = '127.0.0.1:3000';
  const answer = await ask('/es/terms?x=1', { host });
  expect([answer.status, answer.headers.location]).toEqual([307, 'http://localhost:3000/es/terms?x=1']);
  expect((await ask('/sandbox/oidc/token', { host }, { method: 'POST' })).body.toString()).toBe('mounted');
  expect((await ask('/api/health', { host })).status).toBe(200);
});

test('a page takes no POST', async () => {
  const { status, headers } = await ask('/en/terms', {}, { method: 'POST' });
  expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
});

test('every answer has an id to read out and the headers that keep browsers careful', async () => {
  for (const path of ['/es/terms', '/api/health', '/', '/es/status', '/icon.svg', '/nowhere']) {
    const { headers } = await ask(path);
    expect(headers['puente-request-id'], path).toMatch(/^\w{4}-\w{4}$/);
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['referrer-policy'], path).toBe('same-origin');
    expect(headers['permissions-policy'], path).toContain('geolocation=(self), camera=(self)');
    expect(headers['cross-origin-opener-policy'], path).toBe('same-origin');
    expect(headers, path).not.toHaveProperty('x-powered-by');
  }
});

test.each([
  ['a photo', () => signedIn, 413],
  ['a stranger’s photo', () => '', 401],
])('%s far over the limit is heard out and refused', async (_whose, cookie, expected) => {
  const headers = { accept: 'application/json', 'content-type': 'multipart/form-data; boundary=b', cookie: cookie() };
  const { status } = await ask('/api/registration/photo', headers, {
    method: 'POST',
    body: Buffer.alloc(30 * 1024 * 1024),
  });
  expect(status).toBe(expected);
});

describe('the service worker', () => {
  test('is asked about each time, so that phones hear of a new version', async () => {
    const { headers } = await ask('/worker.js');
    expect([headers['cache-control'], headers['content-type']]).toEqual(['no-cache', 'text/javascript']);
  });

  test('is another one, which removes it, where the operator switched it off', () => {
    expect(withoutWorker(files).find('/worker.js')).toBe(files.find('/worker-off.js'));
    expect(withoutWorker(files).find('/icon.svg')).toBe(files.find('/icon.svg'));
  });
});
