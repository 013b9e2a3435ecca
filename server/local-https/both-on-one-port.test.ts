import { mkdtempSync, rmSync } from 'node:fs';
import { request as askPlain, type RequestListener } from 'node:http';
import { request as askTls } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Authority, certify, readOrMakeAuthority } from './authority.ts';
import { createBothServer } from './both-on-one-port.ts';
import { certificatePath, plainListener, withCertificate } from './listener.ts';

const publicUrl = 'https://192.168.1.7:3000';
let folder: string;
let authority: Authority;
let server: ReturnType<typeof createBothServer>;
let isOwn = false;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'puente-both-'));
  authority = readOrMakeAuthority(join(folder, 'local-ca.pem'), { now: Date.now(), hostName: 'laptop' });
  const gateway: RequestListener = (req, res) => {
    let body = '';
    req.on('data', (part: Buffer) => {
      body += part.toString();
    });
    req.on('end', () => res.end(`gateway ${req.url} ${body}`));
  };
  const certificate = authority.certificate.raw;
  server = createBothServer(
    certify(authority, ['127.0.0.1'], Date.now()),
    withCertificate(certificate, gateway),
    withCertificate(
      certificate,
      plainListener(publicUrl, gateway, () => isOwn),
    ),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

type Answer = {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly location: string | undefined;
  readonly body: Buffer;
};

function ask(
  scheme: 'http' | 'https',
  path: string,
  { method = 'GET', body = '', accept = '*/*' } = {},
): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  const options = {
    host: '127.0.0.1',
    port,
    path,
    method,
    headers: { accept },
    agent: false,
    ca: authority.certificate.toString(),
  };
  return new Promise((resolve, reject) => {
    const asked = (scheme === 'http' ? askPlain : askTls)(options, (res) => {
      const { 'content-type': type, location } = res.headers;
      buffer(res).then((read) => resolve({ status: res.statusCode, type, location, body: read }), reject);
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

test('https reaches the gateway, however long the body', async () => {
  const body = 'x'.repeat(200_000);
  const answer = await ask('https', '/api/x', { method: 'POST', body });
  expect(answer.body.toString()).toBe(`gateway /api/x ${body}`);
});

test('both give the certificate, as phones install it, and not the key', async () => {
  for (const scheme of ['http', 'https'] as const) {
    const { status, type, body } = await ask(scheme, certificatePath);
    expect({ status, type }).toEqual({ status: 200, type: 'application/x-x509-ca-cert' });
    expect(body.equals(authority.certificate.raw)).toBe(true);
  }
});

test.each([
  ['/es/register?x=1', `${publicUrl}/es/register?x=1`],
  ['//bank.example/', `${publicUrl}//bank.example/`],
  ['http://bank.example/', `${publicUrl}/`],
])('plain http of %s from elsewhere is sent to https', async (path, location) => {
  isOwn = false;
  expect(await ask('http', path)).toMatchObject({ status: 307, location });
});

test('plain http of this machine’s programs reaches the gateway, as the sign-in asks its provider; of its browser not', async () => {
  isOwn = true;
  const answer = await ask('http', '/sandbox/token', { method: 'POST', body: 'code' });
  expect(answer.body.toString()).toBe('gateway /sandbox/token code');
  const browser = await ask('http', '/es', { accept: 'text/html,application/xhtml+xml' });
  expect(browser).toMatchObject({ status: 307, location: `${publicUrl}/es` });
});

test('who breaks off before the first byte, or says what is neither, harms nobody', async () => {
  const { port } = server.address() as AddressInfo;
  for (const said of ['', '\u0016', 'nonsense\r\n\r\n']) {
    const socket = connect(port, '127.0.0.1', () => {
      if (said !== '') socket.write(said);
      socket.end();
    });
    socket.on('error', () => undefined);
    socket.resume();
    await new Promise((resolve) => socket.once('close', resolve));
  }
  const arrived = new Promise<Socket>((resolve) => server.once('connection', resolve));
  const reset = connect(port, '127.0.0.1');
  const ended = new Promise((resolve) => void arrived.then((socket) => socket.once('close', resolve)));
  await arrived;
  reset.resetAndDestroy();
  await ended;
  expect((await ask('https', '/')).body.toString()).toBe('gateway / ');
});
