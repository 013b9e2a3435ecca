import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { edit, editAlone, writeCleanTree } from './catalogs/testing/clean-tree.ts';

let root = '';
beforeEach(() => {
  root = writeCleanTree();
});
afterEach(() => rmSync(root, { recursive: true }));

function extract(...options: readonly string[]) {
  const script = join(import.meta.dirname, 'catalogs-extract.ts');
  const ran = spawnSync(process.execPath, [script, '--root', root, ...options], { encoding: 'utf8' });
  return { code: ran.status, out: ran.stdout, problem: ran.stderr };
}

const text = (file: string) => readFileSync(join(root, file), 'utf8');
const json = (file: string) => JSON.parse(text(file)) as Record<string, unknown>;

test('a key that nobody asks for goes to the attic of each language, and comes back as it was', () => {
  const before = ['en', 'ht', 'ru'].map((locale) => json(`locales/${locale}/sample.json`));
  const states = json('locales/ru/status.json');
  edit(root, 'app/page.tsx', [" title={t('title')}", '']);
  expect(extract()).toMatchObject({
    code: 0,
    out: 'unused   sample.title\n0 missing, 1 left over; -- --add adds and removes them.\n',
  });
  expect(extract('--add')).toMatchObject({
    code: 0,
    out: '0 added, 0 of them as they were before; 1 moved to the attic.\n',
  });
  expect(json('locales/ru/sample.json')).not.toHaveProperty('title');
  expect(json('locales/ru/status.json')).not.toHaveProperty(['sample.title']);
  expect(json('locales/en/about/sample.jsonc')).not.toHaveProperty('title');
  expect(json('locales/ru/attic.json')).toMatchObject({ 'sample.title': { text: 'Ваше место' } });

  edit(root, 'app/page.tsx', ['<p>', "<p title={t('title')}>"]);
  expect(extract('--add')).toMatchObject({
    code: 0,
    out: '1 added, 1 of them as they were before; 0 moved to the attic.\n',
  });
  expect(['en', 'ht', 'ru'].map((locale) => json(`locales/${locale}/sample.json`))).toEqual(before);
  expect(json('locales/ru/status.json')).toEqual(states);
  expect(json('locales/ru/attic.json')).toEqual({});
});

test('a new key is added empty, and so is its description', () => {
  edit(root, 'app/page.tsx', ['<p ', "<p id={t('box.new')} "]);
  expect(extract('--add').code).toBe(0);
  expect(json('locales/en/sample.json')).toMatchObject({ title: 'Your place', box: { new: '' } });
  expect(json('locales/en/about/sample.jsonc')).toMatchObject({ 'box.new': '' });
});

test('where a file cannot be read nothing is changed', () => {
  edit(root, 'app/page.tsx', [" title={t('title')}", '']);
  editAlone(root, 'locales/ht/sample.json', ['{name}', '{name']);
  const before = text('locales/ru/sample.json');
  expect(extract('--add')).toMatchObject({
    code: 2,
    out: '',
    problem: expect.stringContaining('locales/ht/sample.json:3') as string,
  });
  expect(text('locales/ru/sample.json')).toBe(before);
});
