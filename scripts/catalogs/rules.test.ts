import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { rules } from '../catalogs-check.ts';
import { edit } from './testing/clean-tree.ts';
import { differenceFlaws } from './testing/flaws/differences.ts';
import { filesFlaws } from './testing/flaws/files.ts';
import { translationFlaws } from './testing/flaws/translations.ts';
import { useFlaws } from './testing/flaws/uses.ts';
import { wordAndPageFlaws } from './testing/flaws/words-and-pages.ts';
import { writingFlaws } from './testing/flaws/writing.ts';
import { sample } from './testing/seeding.ts';
import { SharedTree } from './testing/shared-tree.ts';
import { readTree } from './tree.ts';

const shared = new SharedTree(rules);
const { root } = shared;
afterEach(() => shared.restore());
afterAll(() => shared.end());

const flaws = [
  ...filesFlaws,
  ...translationFlaws,
  ...useFlaws,
  ...wordAndPageFlaws,
  ...differenceFlaws,
  ...writingFlaws,
];

test('a clean tree has no findings', () => {
  expect(shared.findings()).toEqual([]);
});

test('the project, in which the check of each build finds nothing, has more than a thousand messages a language', () => {
  const { catalogs, locales } = readTree(join(import.meta.dirname, '../..'));
  for (const locale of locales) {
    const own = catalogs.filter((catalog) => catalog.locale === locale).flatMap(({ entries }) => entries);
    expect(own.length, locale).toBeGreaterThan(1000);
  }
});

test.each(flaws)('$rule finds $flaw, and no other rule does', ({ rule, seed, where }) => {
  seed(root);
  const found = shared.findings();
  expect(new Set(found.map((finding) => finding.rule))).toEqual(new Set([rule]));
  if (where !== undefined) expect(found.map(({ file, line }) => `${file}:${line}`)).toContain(where);
});

test('every rule has a flaw that it is tried on, here or in the test of its family', () => {
  const files = globSync('{*.test.ts,testing/**/*.ts}', { cwd: import.meta.dirname });
  const tried = files.flatMap((file) =>
    [...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/\brule: '([^']+)'/g)].map(([, name]) => name),
  );
  expect(rules.map(({ name }) => name).filter((name) => !tried.includes(name))).toEqual([]);
});

test('a finding says what was expected and what was found', () => {
  edit(root, sample('ht'), ['{name}', '{nom}']);
  expect(shared.findings()).toEqual([
    {
      rule: 'arguments',
      severity: 'error',
      file: 'locales/ht/sample.json',
      line: 3,
      key: 'sample.greeting',
      message: 'Other arguments or tags than in en.',
      expected: '{name}',
      found: '{nom}',
    },
  ]);
});

test('an English text that changed is to look at, not an error: the translation still says what it said', () => {
  edit(root, 'content/en/help.md', ['Text.', 'More.']);
  expect(shared.findings().map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning', 'warning']);
});

test('a language without plural forms may leave out the number that only chooses', () => {
  edit(root, sample('ht'), ['{count, plural, =1 {{countText} moun} other {{countText} moun}}', '{countText} moun']);
  expect(shared.findings()).toEqual([]);
});

test('=1 does for one where one means exactly 1, and not in Russian', () => {
  edit(root, sample('es'), ['one {', '=1 {']);
  expect(shared.findings()).toEqual([]);
  edit(root, sample('ru'), ['one {', '=1 {']);
  expect(shared.findings().map(({ rule, file }) => [rule, file])).toEqual([['plural-forms', 'locales/ru/sample.json']]);
});
