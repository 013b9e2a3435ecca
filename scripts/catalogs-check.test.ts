import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { edit, writeCleanTree } from './catalogs/testing/clean-tree.ts';

let root = '';
beforeEach(() => {
  root = writeCleanTree();
});
afterEach(() => rmSync(root, { recursive: true }));

function check(...options: readonly string[]) {
  const ran = spawnSync(process.execPath, [join(import.meta.dirname, 'catalogs-check.ts'), ...options], {
    encoding: 'utf8',
  });
  return { code: ran.status, out: ran.stdout, problem: ran.stderr };
}

test('a clean tree lets the build go on', () => {
  expect(check('--root', root)).toEqual({ code: 0, out: 'Catalogs: no findings.\n', problem: '' });
});

test('a key missing in one language fails the build, and says where and what', () => {
  edit(root, 'locales/ht/sample.json', ['  "title": "Plas ou",\n', '']);
  const { code, out } = check('--root', root);
  expect(code).toBe(1);
  expect(out).toContain('locales/ht/sample.json:1  sample.title  No text in ht.');
  expect(out).toContain('expected: Your place');
});

test('programs get the findings as an array, and nothing else', () => {
  edit(root, 'locales/ht/sample.json', ['Plas ou', '']);
  const { code, out } = check('--root', root, '--format', 'json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toEqual([
    {
      rule: 'empty',
      severity: 'error',
      file: 'locales/ht/sample.json',
      line: 2,
      key: 'sample.title',
      message: 'The text is empty.',
      expected: 'words',
      found: '""',
    },
  ]);
});

test('GitHub gets an annotation on the line of the finding', () => {
  edit(root, 'locales/ht/sample.json', ['Plas ou', '']);
  expect(check('--root', root, '--format', 'github')).toMatchObject({
    code: 1,
    out: '::error file=locales/ht/sample.json,line=2,title=catalogs%3A empty::sample.title: The text is empty.%0AExpected: words%0AFound: ""\n',
  });
});

test('--fix does what is safe, and tells what is left', () => {
  edit(root, 'locales/ht/status.json', ['{\n', '{\n  "sample.gone": "0123456789abcdef draft ana 2027-01-31",\n']);
  edit(root, 'locales/es/sample.json', ['Su cupo', '']);
  const { code, out } = check('--root', root, '--fix');
  expect(code).toBe(1);
  expect(out).toContain('sample.title');
  expect(out).not.toContain('sample.gone');
});

test('what is only to look at does not fail the build', () => {
  edit(root, 'content/en/help.md', ['Text.', 'More.']);
  const { code, out } = check('--root', root);
  expect(code).toBe(0);
  expect(out).toContain('Catalogs: 0 to put right, 4 to look at.');
});

test('a check that could not run is neither clean nor broken', () => {
  expect(check('--root', join(root, 'nowhere'))).toMatchObject({ code: 2, out: '' });
  expect(check('--format', 'xml')).toMatchObject({ code: 2, out: '' });
  expect(check('--colour')).toMatchObject({ code: 2, out: '' });
});
