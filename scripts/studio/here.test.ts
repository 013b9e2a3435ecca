import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { sourceHash } from '../catalogs/source-hash.ts';
import { writeExchangeTree } from '../catalogs/testing/exchange-tree.ts';
import { rules } from '../catalogs-check.ts';
import { studioHere } from './here.ts';

const root = writeExchangeTree();
afterAll(() => {
  rmSync(root, { recursive: true });
});

let failures: unknown[] = [];
beforeEach(() => {
  failures = [];
});

const app = studioHere({
  root,
  token: 'secret',
  rules,
  today: () => '2027-02-01',
  port: 4747,
  failed: (error) => failures.push(error),
});
const address = 'http://127.0.0.1:4747';
const title = '/secret/es/ru/text/sample.title';
const fields = {
  'form.': 'Место <в> очереди',
  was: sourceHash('Ваше место'),
  english: sourceHash('Your place'),
  shape: 'whole',
  by: 'ana',
  comment: 'Проверить падеж',
  commentWas: sourceHash(''),
  do: 'save',
};

async function ask(path: string, body?: URLSearchParams | FormData, bytes?: number): Promise<Response> {
  const length = bytes ?? (body instanceof URLSearchParams ? String(body).length : undefined);
  const headers = {
    host: '127.0.0.1:4747',
    origin: address,
    ...(length === undefined ? {} : { 'content-length': String(length) }),
  };
  return app.request(`${address}${path}`, body ? { method: 'POST', body, headers } : { headers });
}

/** While the catalogs can't be read, every page fails. */
async function failing(path: string, body?: URLSearchParams, bytes?: number): Promise<Response> {
  renameSync(join(root, 'locales'), join(root, 'away'));
  try {
    return await ask(path, body, bytes);
  } finally {
    renameSync(join(root, 'away'), join(root, 'locales'));
  }
}

test('a page that fails says so in the studio’s frame and language, and the error goes to the terminal alone', async () => {
  const answer = await failing(title);
  expect(answer.status).toBe(500);
  const page = await answer.text();
  expect(page).toContain('<html lang="es" dir="ltr">');
  expect(page).toContain('<h1>Esta página no se puede mostrar ahora</h1>');
  expect(page).toContain('mire la ventana donde abrió el estudio');
  expect(page).toContain(`href="${title}"`);
  expect(page).not.toMatch(/Vea si su texto|No se perdió|ENOENT|locales/);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(failures).toHaveLength(1);
});

// More than comes back to anybody on a server.
test.each([100, 300_000])('a save that fails gives back %i letters and the note', async (length) => {
  const long = 'ж'.repeat(length);
  const answer = await failing(title, new URLSearchParams({ ...fields, 'form.': `${fields['form.']}${long}` }));
  expect(answer.status).toBe(500);
  const page = await answer.text();
  for (const text of ['Quizás esto no se guardó', 'Vea si su texto está ahí.', 'Место &lt;в&gt; очереди', long])
    expect(page).toContain(text);
  expect(page).toContain('Проверить падеж');
});

test('more than the studio takes is told, and where the words still are', async () => {
  const answer = await ask(title, new URLSearchParams(fields), 32_000_001);
  expect(answer.status).toBe(413);
  const page = await answer.text();
  expect(page).toContain('<h1>Todavía no se guardó</h1>');
  expect(page).toContain('Quizás su navegador todavía lo tiene.');
  expect(page).toContain(`href="${title}"`);
  expect(failures).toEqual([]);
});

test('of a file that is too large no words are missing: she has it', async () => {
  const body = new FormData();
  body.append('file', new File(['key,source,target\n'], 'ru.csv'));
  const answer = await ask('/secret/es/ru/files', body, 32_000_001);
  expect(answer.status).toBe(413);
  const page = await answer.text();
  expect(page).toContain('un archivo con menos textos');
  expect(page).not.toContain('Su navegador');
  expect(page).not.toContain('su navegador');
});

test('a browser may keep a form for whoever goes back, and no other page', async () => {
  expect((await ask(title)).headers.get('cache-control')).toBe('private, no-cache');
  expect((await ask('/secret/es/ru')).headers.get('cache-control')).toBe('no-store');
});
