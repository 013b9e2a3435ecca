import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeExchangeTree } from './catalogs/testing/exchange-tree.ts';

let root = '';
beforeEach(() => {
  root = writeExchangeTree();
});
afterEach(() => rmSync(root, { recursive: true }));

function run(script: string, ...options: readonly string[]) {
  const path = join(import.meta.dirname, `catalogs-${script}.ts`);
  const ran = spawnSync(process.execPath, [path, '--root', root, ...options], { encoding: 'utf8', cwd: root });
  return { code: ran.status, out: ran.stdout, problem: ran.stderr };
}

const text = (file: string) => readFileSync(join(root, file), 'utf8');

function edit(file: string, ...changes: readonly (readonly [string, string])[]): void {
  const edited = changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`expected ${from} in ${file}, found none`);
    return before.replace(from, () => to);
  }, text(file));
  writeFileSync(join(root, file), edited);
}

test('a translator’s round: export, translate, look, import, and import again', () => {
  expect(run('export', '--locale', 'ru', '--to', 'ru.xlf')).toMatchObject({
    code: 0,
    out: '',
    problem: '13 of 13 texts for ru, xliff-1.2.\n',
  });
  edit('ru.xlf', ['Свободных мест нет', 'Сейчас мест нет']);
  const before = text('locales/ru/sample.json');

  const shown = run('import', 'ru.xlf', '--dry-run');
  expect(shown).toMatchObject({ code: 0, problem: '' });
  expect(shown.out).toContain(
    '  sample.box.gone\n    - Свободных мест нет\n    + Сейчас мест нет\n1 changed, 0 confirmed, 12 as before',
  );
  expect(shown.out).toContain('Nothing was written: --dry-run.');
  expect(text('locales/ru/sample.json')).toBe(before);

  expect(run('import', 'ru.xlf', '--by', 'ana', '--on', '2027-02-01')).toMatchObject({ code: 0 });
  expect(text('locales/ru/sample.json')).toBe(before.replace('Свободных мест нет', 'Сейчас мест нет'));
  expect(text('locales/ru/status.json')).toContain(' translated ana 2027-02-01');
  expect(globSync('**/*.tmp', { cwd: root })).toEqual([]);

  expect(run('import', 'ru.xlf', '--by', 'ben')).toMatchObject({
    code: 0,
    out: expect.stringContaining('0 changed, 0 confirmed, 13 as before') as string,
  });
});

test('what is refused is told with its line, and keeps out the rest only where that is asked for', () => {
  run('export', '--locale', 'ru', '--to', 'ru.csv');
  edit('ru.csv', ['Ваше место', 'Ваше место \u001B[2J{now}'], ['Свободных мест нет', 'Сейчас мест нет']);
  const before = text('locales/ru/sample.json');
  const nothing = run('import', 'ru.csv', '--by', 'ana', '--all-or-nothing');
  expect(nothing.code).toBe(1);
  expect(nothing.out).toContain(
    'ru.csv:3  sample.title  refused (arguments): Other arguments or tags than in en.\n    expected: nothing\n    found: {now}\n    why: ',
  );
  expect(nothing.out).not.toContain('\u001B');
  expect(text('locales/ru/sample.json')).toBe(before);
  expect(run('import', 'ru.csv', '--by', 'ana').code).toBe(1);
  expect(text('locales/ru/sample.json')).toBe(before.replace('Свободных мест нет', 'Сейчас мест нет'));
});

test('a translator gets what she asks for, and no more', () => {
  const keys = (...options: readonly string[]) =>
    [...run('export', '--locale', 'es', '--format', 'po', ...options).out.matchAll(/msgctxt "(.*)"/g)].map(
      ([, key]) => key,
    );
  expect(keys('--state', 'draft,stale')).toEqual(['sample.title', 'sample.people']);
  expect(keys('--area', 'problem')).toEqual(['problem.busy.what']);
  expect(keys('--page', 'help').length).toBe(5);
  expect(keys('--state', 'missing', '--area', 'sample')).toContain('sample.box.gone');
});

test('what cannot run says why, and writes nothing', () => {
  run('export', '--locale', 'ru', '--to', 'ru.po');
  const failed = [
    run('import', 'ru.po'),
    run('import', 'none.po', '--by', 'ana'),
    run('export', '--locale', 'xx', '--format', 'po'),
    run('export', '--locale', 'ru', '--to', 'ru.doc'),
  ];
  expect(failed.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
  expect(failed.map(({ problem }) => problem).join('')).toMatch(
    /--by is a name.*\n.*none\.po.*\n.*--locale is es, .*\n.*--format is xliff-1\.2, /,
  );
});

test('a text that no file can hold stays at home, and is named', () => {
  edit('locales/ru/sample.json', ['Ваше место', 'Ваше\\u0007место']);
  expect(run('export', '--locale', 'ru', '--to', 'ru.xlf')).toMatchObject({
    code: 1,
    problem: expect.stringContaining('sample.title stays here: U+0007') as string,
  });
});

test('a catalog that cannot be read is never written over', () => {
  run('export', '--locale', 'ru', '--to', 'ru.po');
  edit('locales/ru/sample.json', ['"Ваше место"', '"Ваше место']);
  const before = text('locales/ru/sample.json');
  expect(run('import', 'ru.po', '--by', 'ana')).toMatchObject({
    code: 2,
    problem: expect.stringContaining('locales/ru/sample.json:2') as string,
  });
  expect(text('locales/ru/sample.json')).toBe(before);
});
