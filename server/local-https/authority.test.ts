import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createServer } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Authority, certify, readOrMakeAuthority } from './authority.ts';

const day = 24 * 60 * 60 * 1000;
const now = Date.now();
let folder: string;
let authority: Authority;

const make = (at = now, file = 'local-ca.pem') =>
  readOrMakeAuthority(join(folder, file), { now: at, hostName: 'Ana’s laptop, 2' });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'puente-authority-'));
  authority = make();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the authority', () => {
  test('is named after machine and day, may vouch for servers alone, and is for its owner alone', () => {
    expect(authority.name).toBe(`Puente on Ana-s-laptop-2 (${new Date(now).toISOString().slice(0, 10)})`);
    expect(authority.certificate.ca).toBe(true);
    expect(authority.certificate.verify(authority.certificate.publicKey)).toBe(true);
    expect(statSync(join(folder, 'local-ca.pem')).mode & 0o777).toBe(0o600);
  });

  test('stays as long as it outlives the certificates that it signs, so that a phone trusts it once', () => {
    expect(make(now + 3000 * day).certificate.raw).toEqual(authority.certificate.raw);
    const old = make(now, 'old.pem');
    const renewed = make(now + 3300 * day, 'old.pem');
    expect(renewed.certificate.raw).not.toEqual(old.certificate.raw);
    expect(renewed.certificate.validToDate.getTime()).toBeGreaterThan(now + 6900 * day);
    expect(make(now + 3301 * day, 'old.pem').certificate.raw).toEqual(renewed.certificate.raw);
  });

  test('that is not one is refused, and nothing is made over it', () => {
    const server = certify(authority, ['localhost'], now);
    const other = make(now, 'other.pem');
    const mixed = authority.certificate.toString() + other.key;
    for (const [file, content] of [
      ['server.pem', server.cert + server.key],
      ['mixed.pem', mixed],
      ['empty.pem', ''],
    ] as const) {
      writeFileSync(join(folder, file), content);
      expect(() => make(now, file), file).toThrow();
      expect(readFileSync(join(folder, file), 'utf8')).toBe(content);
    }
  });
});

describe('a certificate of the server', () => {
  test('is what iPhones ask for: names and addresses as alternatives, for servers, 398 days at most', () => {
    const certificate = new X509Certificate(certify(authority, ['192.168.1.7', 'laptop.local', '::1'], now).cert);
    expect(certificate.subjectAltName).toBe('IP Address:192.168.1.7, DNS:laptop.local, IP Address:0:0:0:0:0:0:0:1');
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    expect(certificate.ca).toBe(false);
    expect(certificate.checkIssued(authority.certificate)).toBe(true);
    const [from, to] = [certificate.validFromDate.getTime(), certificate.validToDate.getTime()];
    expect(to - from).toBeLessThanOrEqual(398 * day);
    expect(from, 'a phone whose clock is behind').toBeLessThanOrEqual(now - day + 1000);
  });

  test('is trusted for its addresses by who trusts the authority, and by nobody else', async () => {
    const trusting = { ca: authority.certificate.toString() };
    const mine = await serve(['127.0.0.1', 'localhost']);
    expect(await mine.visit({ ...trusting, servername: 'localhost' })).toBe('trusted');
    expect(await mine.visit({ ...trusting })).toBe('trusted');
    expect(await mine.visit({ ...trusting, servername: 'laptop.local' })).toMatch(/^ERR_TLS_CERT_ALTNAME_INVALID/);
    expect(await mine.visit({})).toMatch(/^UNABLE_TO_VERIFY_LEAF_SIGNATURE/);
    mine.stop();
  });

  test('for a site of the internet is trusted by nobody, should the key be stolen', async () => {
    const trusting = { ca: authority.certificate.toString() };
    for (const name of ['bank.example', 'notlocal', 'local.bank.example']) {
      const stolen = await serve([name]);
      expect(await stolen.visit({ ...trusting, servername: name }), name).toMatch(/permitted subtree violation/);
      stolen.stop();
    }
    const own = await serve(['laptop.local']);
    expect(await own.visit({ ...trusting, servername: 'laptop.local' })).toBe('trusted');
    own.stop();
  });
});

async function serve(names: readonly string[]) {
  const server = createServer(certify(authority, names, now), (socket) => socket.end());
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    visit: (options: { readonly ca?: string; readonly servername?: string }) =>
      new Promise<string>((resolve) => {
        const socket = connect({ host: '127.0.0.1', port, ...options }, () => {
          socket.destroy();
          resolve('trusted');
        });
        socket.once('error', (error: NodeJS.ErrnoException) => resolve(`${error.code}: ${error.message}`));
      }),
    stop: () => void server.close(),
  };
}
