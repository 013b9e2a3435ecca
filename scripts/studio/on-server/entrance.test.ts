import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { err, ok } from '#core/result.ts';
import type { SignIn } from '#server/sign-in/contract.ts';
import { sourceHash } from '../../catalogs/source-hash.ts';
import { exported, writeExchangeTree } from '../../catalogs/testing/exchange-tree.ts';
import { readTree } from '../../catalogs/tree.ts';
import { rules } from '../../catalogs-check.ts';
import { makeEntrance } from './entrance.ts';
import type { Known } from './people.ts';
import { studioOnServer } from './server.ts';

const publicUrl = 'https://studio.example';
const own = { host: 'studio.example' };
const flow = { state: 's', nonce: 'n', codeVerifier: 'v' };
const title = '/studio/en/ru/text/sample.title';
const busy = '/studio/en/ru/text/problem.busy.what';
const hour = 60 * 60 * 1000;

let root = '';
let now = 0;
let people: Map<string, Known>;
let entrance: ReturnType<typeof makeEntrance>;
let comes = '';
let isListReadable = true;
let asksWho = false;
let app: ReturnType<typeof studioOnServer>;

/** A provider at which the person is already known. */
const signIn: SignIn = {
  isSandbox: false,
  origin: 'https://idp.example',
  begin: async (_locale, wish) => {
    asksWho = wish === 'another-account';
    return ok({ address: 'https://idp.example/auth', flow });
  },
  complete: async () => ok({ issuer: 'https://idp.example', subject: comes, email: comes }),
};

beforeEach(() => {
  root = writeExchangeTree();
  now = 0;
  isListReadable = true;
  people = new Map([
    ['ana@a.example', { name: 'ana', role: 'translator' }],
    ['ben@a.example', { name: 'ben', role: 'translator' }],
    ['olga@a.example', { name: 'olga', role: 'officer' }],
    ['omar@a.example', { name: 'omar', role: 'operator' }],
  ]);
  const find = (email: string) => (isListReadable ? ok(people.get(email)) : err({ kind: 'unreadable' } as const));
  entrance = makeEntrance({ publicUrl, signIn, sandbox: null, people: { find }, now: () => now });
  const failed = (error: unknown) => {
    throw error;
  };
  app = studioOnServer({ root, rules, today: () => '2027-02-01', entrance, failed });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

type Headers = Readonly<Record<string, string>>;

async function get(path: string, headers: Headers = {}): Promise<Response> {
  return app.request(`${publicUrl}${path}`, { headers: { ...own, ...headers } });
}

async function post(path: string, fields: Headers, headers: Headers = {}): Promise<Response> {
  const body = new URLSearchParams(fields);
  const length = { 'content-length': String(String(body).length) };
  return app.request(`${publicUrl}${path}`, {
    method: 'POST',
    body,
    headers: { ...own, origin: publicUrl, ...length, ...headers },
  });
}

/** The cookies that an answer gives, as a browser sends them back. */
function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ');
}

async function comeAs(email: string, cookie = ''): Promise<Response> {
  const going = await post('/en/sign-in', { back: title }, { cookie });
  comes = email;
  return get('/api/sign-in/callback?code=c&state=s', { cookie: [cookie, cookiesOf(going)].join('; ') });
}

async function signedIn(email: string): Promise<Headers> {
  return { cookie: cookiesOf(await comeAs(email)) };
}

const titleFields = {
  'form.': 'Место в очереди',
  was: sourceHash('Ваше место'),
  english: sourceHash('Your place'),
  shape: 'whole',
  state: 'translated',
  comment: '',
  commentWas: sourceHash(''),
  do: 'save',
};

function file(name: string): string {
  return readFileSync(join(root, 'locales/ru', name), 'utf8');
}

describe('who may come in', () => {
  test('nobody without a session: she is sent to sign in, and then where she wanted', async () => {
    const answer = await get(`${title}?state=draft`);
    expect(answer.status).toBe(303);
    const page = answer.headers.get('location') ?? '';
    expect(page).toBe(`/en/sign-in?back=${encodeURIComponent(`${title}?state=draft`)}`);
    expect(await (await get(page)).text()).toContain(`name="back" value="${title}?state=draft"`);
    expect((await get('/studio/en/patch')).status).toBe(303);
    expect((await get('/studio/pictures/ru/start.webp')).status).toBe(303);
    expect((await get(title, { cookie: '__Host-studio_session=guessed' })).status).toBe(303);
  });

  test('a translator, who comes out on the page that she wanted', async () => {
    const answer = await comeAs('ana@a.example');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(title);
    const page = await (await get(title, { cookie: cookiesOf(answer) })).text();
    expect(page).toContain('Signed in: <bdi>ana</bdi>');
    expect(page).not.toContain('name="by"');
  });

  test.each(['olga@a.example', 'omar@a.example', 'eva@a.example'])('not %s, who is no translator', async (email) => {
    const answer = await comeAs(email);
    expect(answer.status).toBe(403);
    expect(cookiesOf(answer)).toBe('');
    expect(await answer.text()).toContain('not on the list of translators');
  });

  test('no translator any more who was taken out of the list, from that moment on', async () => {
    const ana = await signedIn('ana@a.example');
    people.delete('ana@a.example');
    expect((await get(title, ana)).status).toBe(403);
    people.set('ana@a.example', { name: 'ana', role: 'translator' });
    expect((await get(title, ana)).status).toBe(303);
  });

  test('somebody else than the provider knows her as, where she asks for it', async () => {
    const refused = await comeAs('olga@a.example');
    expect(asksWho).toBe(false);
    expect(await refused.text()).toContain('name="as" value="other"');
    await post('/en/sign-in', { back: title, as: 'other' });
    expect(asksWho).toBe(true);
  });

  test('a translator while the list cannot be read: later, in the same session', async () => {
    isListReadable = false;
    const ana = await signedIn('ana@a.example');
    const answer = await get(title, ana);
    expect(answer.status).toBe(503);
    const page = await answer.text();
    expect(page).toContain('You are still signed in.');
    expect(page).toContain(`href="${title}"`);
    isListReadable = true;
    expect((await get(title, ana)).status).toBe(200);
  });

  test('for twelve hours, and until she signs out', async () => {
    const ana = await signedIn('ana@a.example');
    now = 12 * hour - 1;
    expect((await get(title, ana)).status).toBe(200);
    now = 12 * hour;
    expect((await get(title, ana)).status).toBe(303);

    const again = await signedIn('ana@a.example');
    const out = await post('/en/sign-out', {}, again);
    expect(out.headers.get('location')).toBe('/en/sign-in?out');
    expect((await get(title, again)).status).toBe(303);
  });

  test('under another session than any that her browser knew before', async () => {
    const before = await signedIn('ana@a.example');
    const after = cookiesOf(await comeAs('ben@a.example', before['cookie']));
    expect(after).not.toBe(before['cookie']);
    expect((await get(title, before)).status).toBe(303);
    const planted = '__Host-studio_session=planted';
    expect(cookiesOf(await comeAs('ana@a.example', planted))).not.toContain('planted');
  });

  test('only from the browser that began, and once', async () => {
    comes = 'ana@a.example';
    expect((await get('/api/sign-in/callback?code=c&state=s')).status).toBe(403);
    const going = { cookie: cookiesOf(await post('/en/sign-in', { back: '' })) };
    expect((await get('/api/sign-in/callback?code=c&state=s', going)).status).toBe(303);
    expect((await get('/api/sign-in/callback?code=c&state=s', going)).status).toBe(403);
  });

  test('with a cookie for the server alone, bound to its host', async () => {
    const [line] = (await comeAs('ana@a.example')).headers.getSetCookie().filter((one) => /session=[^;]/.test(one));
    expect(line).toMatch(/^__Host-studio_session=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure$/);
  });

  test.each(['https://evil.example', '//evil.example', '/en/sign-in', '/studio/\\evil.example'])(
    'never to %s',
    async (back) => {
      const going = await post('/en/sign-in', { back });
      comes = 'ana@a.example';
      const answer = await get('/api/sign-in/callback?code=c', { cookie: cookiesOf(going) });
      expect(answer.headers.get('location')).toBe('/studio/en/');
    },
  );
});

describe('what writes', () => {
  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['a page without a name', { origin: 'null' }],
    ['the same name without https', { origin: 'http://studio.example' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a page of the same domain', { 'sec-fetch-site': 'same-site' }],
  ])('comes from the studio, not from %s', async (_what, headers) => {
    const ana = await signedIn('ana@a.example');
    expect((await post(title, titleFields, { ...ana, ...headers })).status).toBe(403);
    expect((await post('/en/sign-out', {}, { ...ana, ...headers })).status).toBe(403);
    expect((await post('/en/sign-in', { back: '' }, headers)).status).toBe(403);
    expect(file('sample.json')).toContain('Ваше место');
    expect((await get(title, ana)).status).toBe(200);
  });

  test('says where it comes from', async () => {
    const headers = { ...own, ...(await signedIn('ana@a.example')) };
    const body = new URLSearchParams(titleFields);
    expect((await app.request(publicUrl + title, { method: 'POST', body, headers })).status).toBe(403);
  });

  test('is meant for this host', async () => {
    const ana = await signedIn('ana@a.example');
    expect((await post(title, titleFields, { ...ana, host: 'evil.example' })).status).toBe(421);
    expect((await get('/en/sign-in', { host: 'evil.example' })).status).toBe(421);
  });

  test('stands under the name of who signed in, whatever the form says', async () => {
    const ana = await signedIn('ana@a.example');
    expect((await post(title, { ...titleFields, by: 'ben' }, ana)).status).toBe(303);
    expect(file('status.json')).toMatch(/"sample\.title": "\S+ translated ana 2027-02-01"/);
  });

  test('stands under her name in a file that she brings, too', async () => {
    const ana = await signedIn('ana@a.example');
    const text = exported(readTree(root), 'ru', 'csv').replace('Ваше место', 'Место в очереди');
    const bring = async (fields: Headers) => {
      const body = new FormData();
      body.append('file', new File([text], 'ru.csv'));
      for (const [name, value] of Object.entries({ by: 'ben', state: 'translated', ...fields }))
        body.append(name, value);
      const headers = { ...own, ...ana, origin: publicUrl };
      return (await app.request(`${publicUrl}/studio/en/ru/files`, { method: 'POST', body, headers })).text();
    };
    const seen = /name="seen" value="([^"]*)"/.exec(await bring({ do: 'look' }))?.[1] ?? '';
    expect(await bring({ do: 'write', seen })).toContain('Written.');
    expect(file('status.json')).toMatch(/"sample\.title": "\S+ translated ana 2027-02-01"/);
  });

  test('without a session is not saved, and given back to be copied', async () => {
    const answer = await post(title, titleFields);
    expect(answer.status).toBe(401);
    const page = await answer.text();
    expect(page).toContain('Место в очереди');
    expect(page).toContain(`name="back" value="${title}"`);
    expect(file('sample.json')).toContain('Ваше место');
  });

  test('while the list cannot be read is given back, and can be saved afterwards', async () => {
    const ana = await signedIn('ana@a.example');
    isListReadable = false;
    const answer = await post(title, titleFields, ana);
    expect(answer.status).toBe(503);
    const page = await answer.text();
    expect(page).toContain('Not saved yet');
    expect(page).toContain('Место в очереди');
    expect(file('sample.json')).toContain('Ваше место');
    isListReadable = true;
    expect((await post(title, titleFields, ana)).status).toBe(303);
  });

  test('from somebody who was taken out of the list meanwhile is given back', async () => {
    const ana = await signedIn('ana@a.example');
    people.delete('ana@a.example');
    const answer = await post(title, titleFields, ana);
    expect(answer.status).toBe(403);
    const page = await answer.text();
    expect(page).toContain('You may not come in');
    expect(page).toContain('Место в очереди');
    expect(page).toContain(`name="back" value="${title}"`);
  });

  test.each(['nobody', 'ana'])('and is too long to be given back to %s is said to be in her browser', async (who) => {
    const headers = who === 'ana' ? await signedIn('ana@a.example') : {};
    people.delete('ana@a.example');
    const page = await (await post(title, { ...titleFields, 'form.': 'ж'.repeat(34_000) }, headers)).text();
    expect(page).toContain('Your browser may still have it.');
    expect(page).not.toContain('жж');
  });

  test('is given back with the note, where its writer changed it', async () => {
    const noted = await post(title, { ...titleFields, comment: 'Проверить падеж' });
    expect(await noted.text()).toContain('Проверить падеж');
    const same = { comment: 'Старая заметка', commentWas: sourceHash('Старая заметка') };
    expect(await (await post(title, { ...titleFields, ...same })).text()).not.toContain('Старая заметка');
  });

  test('is given back where the studio fails, in the language of the page', async () => {
    const failures: unknown[] = [];
    const failed = (error: unknown) => failures.push(error);
    app = studioOnServer({ root: join(root, 'nowhere'), rules, today: () => '2027-02-01', entrance, failed });
    const ana = await signedIn('ana@a.example');
    const there = title.replace('/en/', '/es/');
    const answer = await post(there, { ...titleFields, comment: 'Проверить падеж' }, ana);
    expect(answer.status).toBe(500);
    const page = await answer.text();
    for (const text of ['Algo falló en el estudio.', 'Место в очереди', 'Проверить падеж', `href="${there}"`])
      expect(page).toContain(text);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(failures).toHaveLength(1);
  });
});

test('two people have to read an error, and one cannot be both', async () => {
  const fields = {
    ...titleFields,
    'form.': 'Сейчас здесь очень много людей.',
    was: sourceHash('Сейчас здесь слишком много людей.'),
    english: sourceHash('Too many people are here now.'),
  };
  const [ana, ben] = [await signedIn('ana@a.example'), await signedIn('ben@a.example')];
  expect((await post(busy, fields, ana)).status).toBe(303);
  const review = { ...fields, was: sourceHash(fields['form.']), state: 'reviewed', by: 'ben' };
  const alone = await post(busy, review, ana);
  expect(alone.status).toBe(422);
  expect(await alone.text()).toContain('Somebody else than the translator');
  expect((await post(busy, review, ben)).status).toBe(303);
  expect(file('status.json')).toMatch(/"problem\.busy\.what": "\S+ reviewed ana 2027-02-01 ben 2027-02-01"/);
});

test('a form may lead to the provider from each page that has one to sign in, and from no other', async () => {
  const ana = await signedIn('ana@a.example');
  const answers = {
    'sign-in': await get('/en/sign-in'),
    failed: await get('/api/sign-in/callback?code=c&state=s'),
    refused: await comeAs('olga@a.example'),
    ended: await post(title, titleFields),
    text: await get(title, ana),
  };
  people.delete('ana@a.example');
  const all = { ...answers, 'taken out': await post(title, titleFields, ana) };
  for (const [name, answer] of Object.entries(all)) {
    const hasForm = /<form[^>]* action="\/en\/sign-in"/.test(await answer.text());
    expect(hasForm, name).toBe(name !== 'text');
    const policy = answer.headers.get('content-security-policy');
    expect(policy, name).toContain(hasForm ? "form-action 'self' https://idp.example;" : "form-action 'self';");
  }
});

test.each(['/es/sign-in', '/es/sandbox/sign-in', '/es/sandbox/sign-in/cancel'])(
  'a form at %s that is far too large is no fault of the studio: she can begin anew',
  async (path) => {
    const nobody = async () => Promise.reject(new Error('expected nothing to be read'));
    const sandbox = { issuer: '', handle: () => false, finish: nobody, cancel: nobody };
    const failures: unknown[] = [];
    const failed = (error: unknown) => failures.push(error);
    app = studioOnServer({ root, rules, today: () => '2027-02-01', entrance: { ...entrance, sandbox }, failed });
    const answer = await post(path, { back: 'x'.repeat(20_000) });
    expect(answer.status).toBe(413);
    const page = await answer.text();
    expect(page).toContain('No se pudo iniciar la sesión.');
    expect(page).toContain('action="/es/sign-in"');
    expect(failures).toEqual([]);
  },
);

describe('an address that nothing stands at', () => {
  test('is told in her language, with the way to the first page', async () => {
    for (const [path, headers] of [
      ['/nada', { 'accept-language': 'es-MX' }],
      ['/es/nada', {}],
      ['/studio/es/xx/text/a', await signedIn('ana@a.example')],
    ] as const) {
      const answer = await get(path, headers);
      expect(answer.status, path).toBe(404);
      const page = await answer.text();
      expect(page, path).toContain('<h1>Esta página no está aquí</h1>');
      expect(page, path).toContain('href="/studio/es/"');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  test('gives back what was sent there', async () => {
    const ana = await signedIn('ana@a.example');
    const answer = await post(title.replace('/ru/', '/xx/'), titleFields, ana);
    expect(answer.status).toBe(404);
    const page = await answer.text();
    for (const text of ['Not saved yet', 'Место в очереди']) expect(page).toContain(text);
  });
});

test('whoever begins to sign in again and again drives out the oldest, and nobody who is in', async () => {
  const ana = await signedIn('ana@a.example');
  for (let turn = 0; turn < 10_001; turn += 1) entrance.goings.put({ flow, ui: 'en', back: '' });
  expect((await get(title, ana)).status).toBe(200);
});
