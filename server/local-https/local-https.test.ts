import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEnv } from '../env.ts';
import { readOrMakeAuthority } from './authority.ts';
import { openToPhones } from './local-https.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'puente-https-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function envOf(environment: Readonly<Record<string, string>>) {
  const env = readEnv({ KEY_FILE: join(folder, 'keys.json'), DATA_FOLDER: join(folder, 'data'), ...environment });
  if (!env.ok) throw new Error(env.error.variable);
  return env.value;
}

test('a machine that moved has a certificate for its new address, by the authority that the phone trusts', async () => {
  const names = async (HOST: string) => {
    const opened = await openToPhones(envOf({ HOST }), Date.now());
    return { env: opened.env, ...(await shownBy(opened)) };
  };
  const before = await names('192.168.1.7');
  expect(before.env).toMatchObject({ publicUrl: 'https://192.168.1.7:3000', isPublicUrlGiven: true });
  expect(before.names).toContain('IP Address:192.168.1.7');
  const after = await names('10.0.0.4');
  expect(after.env.publicUrl).toBe('https://10.0.0.4:3000');
  expect(after.names).toContain('IP Address:10.0.0.4');
  expect(after.names).not.toContain('192.168.1.7');
  for (const { names: shown } of [before, after]) expect(shown).toContain('DNS:localhost, IP Address:127.0.0.1');
});

test('a file that is no authority ends the start in one sentence', async () => {
  const file = join(folder, 'local-ca.pem');
  writeFileSync(file, 'nothing');
  await expect(openToPhones(envOf({ HOST: '127.0.0.1' }), Date.now())).rejects.toMatchObject({
    failure: { kind: 'authority-unusable', file },
  });
});

/** What the certificate stands for, to who trusts the authority. */
async function shownBy({ createServer }: Awaited<ReturnType<typeof openToPhones>>) {
  const { certificate } = readOrMakeAuthority(join(folder, 'local-ca.pem'), { now: Date.now(), hostName: 'laptop' });
  const server = createServer({ keepAliveTimeout: 1000 }, (_, res) => res.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const socket = connect({ host: '127.0.0.1', port, ca: certificate.toString() });
  await new Promise((resolve, reject) => socket.once('secureConnect', resolve).once('error', reject));
  const { subjectaltname } = socket.getPeerCertificate();
  socket.destroy();
  server.close();
  return { names: subjectaltname ?? '' };
}
