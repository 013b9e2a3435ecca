import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sourceHash } from '../catalogs/source-hash.ts';
import { writeExchangeTree } from '../catalogs/testing/exchange-tree.ts';
import { rules } from '../catalogs-check.ts';
import { studioHere } from './here.ts';

const root = writeExchangeTree();
afterAll(() => {
  rmSync(root, { recursive: true });
});

const failed = (error: unknown) => {
  throw error;
};
const app = studioHere({ root, port: 4747, token: 'secret', rules, today: () => '2027-02-01', failed });
const address = 'http://127.0.0.1:4747';
const own = { host: '127.0.0.1:4747' };

async function get(path: string, headers: Readonly<Record<string, string>> = own): Promise<Response> {
  return app.request(`${address}${path}`, { headers });
}

async function post(
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const body = new URLSearchParams(fields);
  return app.request(`${address}${path}`, { method: 'POST', body, headers: { ...own, origin: address, ...headers } });
}

const title = '/secret/en/ru/text/sample.title';
const fields = {
  'form.': 'Место в очереди',
  was: sourceHash('Ваше место'),
  english: sourceHash('Your place'),
  shape: 'whole',
  by: 'ana',
  state: 'translated',
  comment: '',
  commentWas: sourceHash(''),
  do: 'save',
};

describe('who may come in', () => {
  test('only under the names of this machine', async () => {
    expect((await get('/secret/en/', { host: 'evil.example:4747' })).status).toBe(421);
    expect((await get('/secret/en/', { host: '127.0.0.1:80' })).status).toBe(421);
    expect((await get('/secret/en/', { host: 'localhost:4747' })).status).toBe(200);
  });

  test('only with the token', async () => {
    expect((await get('/')).status).toBe(403);
    expect((await get('/guess/en/')).status).toBe(403);
  });

  test.each([
    ['another page', { origin: 'https://evil.example' }],
    ['a page without a name', { origin: 'null' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:9999' }],
  ])('%s cannot write', async (_title, headers) => {
    expect((await post(title, fields, headers)).status).toBe(403);
    expect(readFileSync(join(root, 'locales/ru/sample.json'), 'utf8')).toContain('Ваше место');
  });

  test('no script but its own runs on a page', async () => {
    const policy = (await get('/secret/en/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'");
    expect(policy).not.toContain('unsafe');
  });

  test('no file beside the pictures can be had', async () => {
    for (const path of ['/secret/pictures/..%2f..%2flocales/x.webp', '/secret/pictures/ht/..%2f..%2fx.webp'])
      expect((await get(path)).status).toBe(404);
  });
});

describe('a text', () => {
  test('is shown with nothing that could be markup', async () => {
    const page = await (await get(`/secret/en/ru?search=${encodeURIComponent('"><script>')}`)).text();
    expect(page).not.toContain('"><script>');
    expect(page).toContain('&quot;&gt;&lt;script&gt;');
  });

  test('that cannot be saved comes back as it was written', async () => {
    const answer = await post('/secret/en/ru/text/sample.greeting', {
      ...fields,
      'form.': 'Привет, друг',
      was: sourceHash('Здравствуйте, {name}'),
      english: sourceHash('Hello {name}'),
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Привет, друг</textarea>');
    expect(page).toContain('data-rule="arguments"');
  });

  test('has its findings in the language of the studio, and the English of the rule folded away', async () => {
    const answer = await post('/secret/ht/ru/text/sample.box.date?part=looked', {
      ...fields,
      'form.': 'Приходите в 9:30, день: {day}',
      do: '',
    });
    const [told = '', folded = ''] = (await answer.text()).split('<details>');
    expect(told).toContain('Nonb yo pa menm ak nonb ki nan anglè a.');
    expect(told).not.toMatch(/Other numbers|Expected|source/);
    expect(folded).toContain('Other numbers than in the source.');
  });

  test('that somebody else changed comes back with both', async () => {
    const answer = await post(title, { ...fields, was: sourceHash('Earlier') });
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain('Место в очереди</textarea>');
    expect(page).toContain('Ваше место');
    expect(page).toContain(`name="was" value="${sourceHash('Ваше место')}"`);
  });

  test('that was taken out of the project comes back to be copied', async () => {
    const answer = await post('/secret/en/ru/text/sample.gone', fields);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('Место в очереди');
  });

  test('without a name of its writer is not saved, and not lost', async () => {
    const answer = await post(title, { ...fields, by: 'two words' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Место в очереди</textarea>');
  });

  test('is put right by one press where only one answer is right', async () => {
    const answer = await post(title, { ...fields, 'form.': 'Место  в очереди', do: 'look' });
    expect(await answer.text()).toContain('value="fix:white-space"');
    const fixed = await post(title, { ...fields, 'form.': 'Место  в очереди', do: 'fix:white-space' });
    expect(await fixed.text()).toContain('Место в очереди</textarea>');
  });

  test('is saved, and the next one of the list comes', async () => {
    const answer = await post(`${title}?state=draft`, { ...fields, do: 'save-next' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/secret/en/ru/text/sample.greeting?state=draft&saved=sample.title');
    expect(readFileSync(join(root, 'locales/ru/sample.json'), 'utf8')).toContain('Место в очереди');
  });
});
