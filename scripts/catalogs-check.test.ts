import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Finding } from './catalogs/finding.ts';
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
  edit(root, 'locales/ht/sample.json', ['  "title": "Title in ht",\n', '']);
  const { code, out } = check('--root', root);
  expect(code).toBe(1);
  expect(out).toContain('locales/ht/sample.json:1  sample.title  No text in ht.');
  expect(out).toContain('expected: Title in en');
});

test('programs get the findings as JSON', () => {
  edit(root, 'locales/ht/sample.json', ['Title in ht', '']);
  const { code, out } = check('--root', root, '--format', 'json');
  const report = JSON.parse(out) as {
    readonly errors: number;
    readonly warnings: number;
    readonly findings: readonly Finding[];
  };
  expect(code).toBe(1);
  expect(report).toMatchObject({ errors: 1, warnings: 0, findings: [{ rule: 'empty', key: 'sample.title', line: 2 }] });
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
