import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exported, writeExchangeTree } from '../catalogs/testing/exchange-tree.ts';
import { readTree } from '../catalogs/tree.ts';
import { rules } from '../catalogs-check.ts';
import { guard } from './guard.ts';
import { studio } from './server.ts';

let root = '';
beforeEach(() => {
  root = writeExchangeTree();
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const door = guard({ port: 4747, token: 'secret' });
const address = 'http://127.0.0.1:4747';
const headers = { host: '127.0.0.1:4747', origin: address };

async function ask(path: string, fields?: Readonly<Record<string, string | File>>): Promise<Response> {
  const app = studio({ root, door, token: 'secret', rules, today: () => '2027-02-01' });
  if (!fields) return app.request(`${address}${path}`, { headers });
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return app.request(`${address}${path}`, { method: 'POST', body, headers });
}

function catalog(): string {
  return readFileSync(join(root, 'locales/ru/sample.json'), 'utf8');
}

function hidden(page: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
}

const files = '/secret/en/ru/files';

describe('texts as a file', () => {
  test('go out in the format and the state that somebody chose', async () => {
    const answer = await ask(`${files}/export?format=po&state=draft`);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="ru.po"');
    expect(await answer.text()).toContain('msgstr "Ваше место"');
    expect(await (await ask(`${files}/export?format=csv&state=missing`)).text()).not.toContain('Ваше место');
    expect((await ask(`${files}/export?format=exe`)).status).toBe(404);
  });

  test('come back: first it is told what would change, then it is written', async () => {
    const text = exported(readTree(root), 'ru', 'csv').replace('Ваше место', 'Место в очереди');
    const fields = { file: new File([text], 'ru.csv'), by: 'ana', state: 'translated', do: 'look' };
    const page = await (await ask(files, fields)).text();
    expect(page).toContain('Changed: 1');
    expect(catalog()).toContain('Ваше место');
    const [seen, carried] = [hidden(page, 'seen'), hidden(page, 'carried')];
    const written = await ask(files, { by: 'ana', state: 'translated', seen, carried, do: 'write' });
    expect(await written.text()).toContain('Written.');
    expect(catalog()).toContain('Место в очереди');
  });

  test('are not written where somebody changed the catalogs since they were looked at', async () => {
    const text = exported(readTree(root), 'ru', 'csv').replace('Ваше место', 'Место в очереди');
    const fields = { file: new File([text], 'ru.csv'), by: 'ana', state: 'translated', do: 'look' };
    const page = await (await ask(files, fields)).text();
    writeFileSync(join(root, 'locales/ru/sample.json'), catalog().replace('Ваше место', 'Ваша очередь'));
    const [seen, carried] = [hidden(page, 'seen'), hidden(page, 'carried')];
    const again = await ask(files, { by: 'ana', state: 'translated', seen, carried, do: 'write' });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('Ваша очередь');
    expect(catalog()).toContain('Ваша очередь');
  });

  test('that are not taken say why in the language of the studio', async () => {
    const text = exported(readTree(root), 'ru', 'csv')
      .replace('Приходите в 8:30', 'Приходите в 9:30')
      .replace('Hello {name}', 'Welcome {name}');
    const file = new File([text], 'ru.csv');
    const page = await (await ask('/secret/es/ru/files', { file, by: 'ana', state: 'translated', do: 'look' })).text();
    expect(page).toContain('Los números no son los del inglés.');
    expect(page).toContain('El inglés de este texto no es el que se tradujo.');
  });

  test.each([
    { what: 'no texts', text: 'Hello', by: 'ana', said: 'cannot be read' },
    { what: 'nothing at all', text: '', by: 'ana', said: 'Choose a file first' },
    { what: 'another language', text: '<xliff version="1.2"/>', by: 'ana', said: 'Not taken: 1' },
    { what: 'a sender of two words', text: 'key,source,target\n', by: 'two words', said: 'Write your name' },
  ])('that have $what change nothing, and the page says why', async ({ text, by, said }) => {
    const file = new File([text], 'texts');
    const before = catalog();
    const answer = await ask(files, { file, by, state: 'translated', do: 'write' });
    expect(await answer.text()).toContain(said);
    expect(catalog()).toBe(before);
  });
});

describe('a patch', () => {
  const git = (folder: string, ...options: readonly string[]) =>
    spawnSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...options], {
      encoding: 'utf8',
    });

  test('has all that changed in the texts, new files too, and nothing else', async () => {
    git(root, 'init', '-q');
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'Begin');
    expect(await (await ask('/secret/en/patch')).text()).toContain('Nothing has changed');
    writeFileSync(join(root, 'locales/ru/sample.json'), catalog().replace('Ваше место', 'Место в очереди'));
    writeFileSync(join(root, 'locales/ru/comments.jsonc'), '{ "sample.title": "Or a line?" }\n');
    writeFileSync(join(root, 'app/more.ts'), 'export {};\n');
    const answer = await ask('/secret/en/patch');
    expect(answer.headers.get('content-disposition')).toContain('translations.patch');
    const patch = await answer.text();
    expect(patch).not.toContain('more.ts');

    const other = mkdtempSync(join(tmpdir(), 'patch-'));
    git(other, 'clone', '-q', root, 'copy');
    const copy = join(other, 'copy');
    writeFileSync(join(other, 'it.patch'), patch);
    expect(git(copy, 'apply', join(other, 'it.patch'))).toMatchObject({ status: 0 });
    expect(readFileSync(join(copy, 'locales/ru/sample.json'), 'utf8')).toBe(catalog());
    expect(readFileSync(join(copy, 'locales/ru/comments.jsonc'), 'utf8')).toContain('Or a line?');
    rmSync(other, { recursive: true });
  });

  test('is not there where the folder is not kept with git', async () => {
    expect(await (await ask('/secret/en/patch')).text()).toContain('not kept with git');
  });
});
