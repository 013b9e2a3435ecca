import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { freshServerDatabase } from '../support/e2e-database.ts';
import { freePort } from '../support/free-port.ts';
import { HttpPerson } from '../support/http-person.ts';
import { readPrintedQrs } from '../support/read-printed-qr.ts';
import { expect, test } from '../support/starting.ts';

test('the first start makes a demonstration of eight ports and 14 days, the second changes nothing', {
  tag: '@postgresql',
}, async ({ engine, start, folder }) => {
  const database = engine === 'PostgreSQL' ? { databaseUrl: await freshServerDatabase() } : {};
  const server = await start({ ...database, folder });
  expect(server.printed()).toContain(`Puente is ready: ${server.address}\n`);
  expect(server.printed()).toContain('Sandboxes, not for real people: sign-in, presence, notify, clock\n');
  expect(server.printed()).toContain('Insecure: plain http');
  const operator = new HttpPerson(server.address);
  await operator.signIn('operator@puente.example');
  const days = await slotDays(operator);
  expect(days).toHaveLength(14);
  expect([days[0], days[13]]).toEqual(['2027-03-11', '2027-03-24']);
  for (const day of days) expect(new Set((await slots(operator, day)).map(([port]) => port)).size, day).toBe(8);

  // What staff changed on a day whose pool is open, and on one whose pool is still to come.
  const set = (slot: string, places: string) =>
    operator.post('/api/staff/capacity', { page: 'staff/capacity', port: 'laredo', slot, places });
  expect(await set('2027-03-21T08:00', '1')).toMatchObject({ status: 200 });
  expect(await set('2027-03-24T08:00', '0')).toMatchObject({ status: 200 });
  const shown = await Promise.all(['2027-03-21', '2027-03-24'].map((day) => slots(operator, day)));
  expect(shown[0]).toContainEqual(['laredo', '2027-03-21T08:00', '1']);
  expect(shown[1]?.map(([port, slot]) => `${port} ${slot}`)).not.toContain('laredo 2027-03-24T08:00');
  expect(await server.kill('SIGTERM')).toBe(0);

  const again = await start({ ...database, folder });
  const back = new HttpPerson(again.address, operator);
  expect(await slotDays(back)).toEqual(days);
  expect(await Promise.all(['2027-03-21', '2027-03-24'].map((day) => slots(back, day)))).toEqual(shown);
});

test('the keys are made once, for their owner alone, beside the data; a copy of the data without them is refused', {
  tag: '@postgresql',
}, async ({ engine, start, folder, refused }) => {
  const database = engine === 'PostgreSQL' ? { databaseUrl: await freshServerDatabase() } : {};
  const first = await start({ ...database, folder });
  const keyFile = join(folder, 'keys.json');
  const keys = await readFile(keyFile, 'utf8');
  expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
  await first.kill('SIGTERM');

  const copy = join(folder, 'copy');
  await mkdir(copy);
  if (engine === 'PGlite') await cp(join(folder, 'data'), join(copy, 'data'), { recursive: true });
  const sentence =
    "The data was sealed by other keys than those given (key k1 doesn't open it): give the keys that belong to it, by KEY_FILE or PUENTE_KEYS.";
  expect(await refused({ ...database, folder: copy })).toBe(sentence);
  const second = await start({ ...database, folder: copy, environment: { PUENTE_KEYS: keys } });
  await second.kill('SIGTERM');
  const third = await start({ ...database, folder });
  expect((await fetch(`${third.address}/api/health`)).status).toBe(200);
  expect(await readFile(keyFile, 'utf8')).toBe(keys);
});

test('a taken port is said before anything is made', async ({ folder, refused }) => {
  const port = await freePort();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
  expect(await refused({ environment: { PORT: String(port) } })).toBe(
    `Port ${port} on 127.0.0.1 is taken: stop what uses it, or set PORT.`,
  );
  other.close();
  await expect(stat(join(folder, 'data'))).rejects.toThrow('ENOENT');
});

test("a database that can't be reached is said, without its password", async ({ refused }) => {
  const sentence = await refused({ databaseUrl: 'postgres://puente:hunter2@127.0.0.1:1/puente' });
  expect(sentence).toBe(
    "The database can't be reached (connect ECONNREFUSED 127.0.0.1:1): check that it runs and that DATABASE_URL is right.",
  );
});

const production = {
  PUENTE_MODE: 'production',
  PUBLIC_URL: 'https://puente.example',
  PUENTE_KEYS: JSON.stringify({
    current: 'k1',
    encryption: { k1: Buffer.alloc(32, 7).toString('base64url') },
    token: Buffer.alloc(32, 9).toString('base64url'),
  }),
};

const wrongVariables: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
  [{ PUENTE_MODE: 'prod' }, 'PUENTE_MODE is wrong: expected demonstration or production.'],
  [{ PORT: '70000' }, 'PORT is wrong: expected a port number from 1 to 65535.'],
  [{ KEY_FILE: 'DATA_FOLDER/keys.json' }, 'KEY_FILE is wrong: expected a file outside of DATA_FOLDER'],
  [{ PUENTE_CLOCK: 'tomorrow' }, 'PUENTE_CLOCK is wrong: expected a moment of RFC 3339'],
  [{ ...production, PUENTE_CLOCK: '2027-03-10T15:00:00-05:00' }, 'PUENTE_CLOCK is wrong: expected nothing'],
  [{ ...production, PUENTE_KEYS: '', KEY_FILE: '' }, 'PUENTE_KEYS is wrong: expected the keys'],
  [
    { OIDC_ISSUER: 'https://idp.example', OIDC_CLIENT_ID: 'puente', OIDC_KEY_FILE: '/nowhere/key.json' },
    'OIDC_KEY_FILE is wrong: expected the path of a private key as JWK',
  ],
];

for (const [environment, sentence] of wrongVariables) {
  const names = Object.entries(environment).map(([name, value]) => `${name}=${value.slice(0, 30)}`);
  test(`a wrong variable is said by its name: ${names.join(' ')}`, async ({ folder, refused }) => {
    const given = Object.entries(environment).map(([name, value]) => [
      name,
      value.replace('DATA_FOLDER', `${folder}/data`),
    ]);
    const said = await refused({ environment: Object.fromEntries(given) as Record<string, string> });
    expect(said).toContain(`The environment variable ${sentence}`);
  });
}

test("keys that can't be read are said, and not repeated", async ({ refused }) => {
  const sentence = await refused({ environment: { PUENTE_KEYS: '{"current":"k1","token":"hunter2"}' } });
  expect(sentence).toContain("The keys can't be read (expected keys as ");
  expect(sentence).not.toContain('hunter2');
  const short = JSON.stringify({ current: 'k1', encryption: { k1: 'aGk' }, token: 'aGk' });
  expect(await refused({ environment: { PUENTE_KEYS: short } })).toContain('expected 32 bytes for key k1, found 2');
});

test('production refuses sandboxes, and runs those that it was told to but for the sign-in', async ({
  start,
  folder,
  refused,
}) => {
  const everything = 'sign-in, presence, notify';
  expect(await refused({ environment: { ...production, ALLOW_SANDBOX: everything } })).toBe(
    'Production would run a sandbox of sign-in, in which anybody can be an operator: set OIDC_ISSUER.',
  );
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const clientKey = { ...privateKey.export({ format: 'jwk' }), alg: 'ES256', kid: 'one' };
  const keyFile = join(folder, 'client-key.json');
  await writeFile(keyFile, JSON.stringify(clientKey));
  const real = {
    ...production,
    OIDC_ISSUER: 'https://idp.example',
    OIDC_CLIENT_ID: 'puente',
    OIDC_KEY_FILE: keyFile,
  };
  expect(await refused({ environment: real })).toBe(
    'Production would run a sandbox of presence, notify: configure the real one, or name it in ALLOW_SANDBOX.',
  );
  const server = await start({ folder, environment: { ...real, ALLOW_SANDBOX: 'presence, notify' }, clock: '' });
  expect(server.printed()).toContain('Puente is ready: https://puente.example\n');
  expect(server.printed()).toContain('Sandboxes, not for real people: presence, notify\n');
});

test('with --https a phone gets the authority, trusts the server by it, and signs in; production refuses', async ({
  start,
  folder,
  refused,
}) => {
  // On itself alone, so that it needs no network; what it chooses where there are some has unit tests.
  const environment = { PUBLIC_URL: '', HOST: '127.0.0.1' };
  const server = await start({ folder, environment, flags: ['--https'] });
  const address = `https://127.0.0.1:${server.port}`;
  const plain = `http://127.0.0.1:${server.port}/local-ca.crt`;
  expect(server.printed()).toContain(`Puente is ready: ${address}\n`);
  expect(server.printed()).toContain('Anybody on this network can sign in here as anybody');
  expect(server.printed()).not.toContain('Insecure');
  expect(await readPrintedQrs(server.printed())).toEqual([plain, address]);

  const fetched = await fetch(plain);
  expect(fetched.headers.get('content-type')).toBe('application/x-x509-ca-cert');
  const authority = new X509Certificate(await fetched.bytes());
  expect(server.printed().replaceAll(/\n +/g, '')).toContain(authority.fingerprint256);
  const file = join(folder, 'local-ca.pem');
  expect((await stat(file)).mode & 0o777).toBe(0o600);

  await expect(fetch(`${address}/api/health`)).rejects.toThrow('fetch failed');
  const known = getCACertificates('default');
  try {
    setDefaultCACertificates([...known, authority.toString()]);
    const form = new URLSearchParams({ page: 'sign-in', locale: 'en' });
    const begun = await fetch(`${address}/api/sign-in`, { method: 'POST', body: form, redirect: 'manual' });
    const cookies = begun.headers.getSetCookie().filter((cookie) => cookie.includes('puente_session'));
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/^__Host-puente_session=.*; Secure/);
    // It would keep the phone's browser from any other server at this address, and this machine's from localhost.
    expect(begun.headers.get('strict-transport-security')).toBeNull();
    const operator = new HttpPerson(address);
    await operator.signIn('operator@puente.example');
    expect(await slotDays(operator)).toHaveLength(14);
  } finally {
    setDefaultCACertificates(known);
  }
  expect(await server.kill('SIGTERM')).toBe(0);
  expect(await refused({ environment: { PUENTE_MODE: 'production' }, flags: ['--https'] })).toBe(
    'Production makes no certificate: leave --https out, and let a proxy in front speak https.',
  );
});

async function slotDays(operator: HttpPerson): Promise<readonly string[]> {
  const html = await operator.page('staff/capacity');
  return [...html.matchAll(/<option value="(\d[\d-]+)"/g)].flatMap(([, day]) => day ?? []);
}

type ShownSlot = readonly [port: string | undefined, slot: string | undefined, places: string | undefined];

/** As the operator's screen has them: a form for each. */
async function slots(operator: HttpPerson, day: string): Promise<readonly ShownSlot[]> {
  const html = await operator.page(`staff/capacity?day=${day}`);
  const forms = html.split('<form').filter((form) => form.includes('action="/api/staff/capacity"'));
  const field = (form: string, name: string) =>
    /\bvalue="([^"]*)"/.exec(new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(form)?.[0] ?? '')?.[1];
  return forms.map((form) => [field(form, 'port'), field(form, 'slot'), field(form, 'places')]);
}
