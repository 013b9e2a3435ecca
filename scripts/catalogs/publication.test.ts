import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rules } from '../catalogs-check.ts';
import { candidatesOf, publishable, stopsBuild } from './publication.ts';
import { writePublished } from './published-files.ts';
import { findingsOf } from './rule.ts';
import { write, writeCleanTree } from './testing/clean-tree.ts';
import { readTree } from './tree.ts';

let root = '';
beforeEach(() => {
  root = writeCleanTree();
});
afterEach(() => rmSync(root, { recursive: true }));

const findings = () => findingsOf(rules, readTree(root));

const published = () => publishable(readTree(root), findings());

/** Spanish under another name: complete, and what is wrong with it as Turkish is its language alone. */
function copySpanish(): void {
  for (const folder of ['locales', 'content'])
    cpSync(join(root, folder, 'es'), join(root, folder, 'tr'), { recursive: true });
}

test('a language that has begun is to look at, however broken, and fails nothing', () => {
  write(root, 'locales/fr/sample.json', '{ "title": "Titre", "greeting": "" }');
  write(root, 'locales/fr/problem.json', '{ "busy": ');
  const found = findings();
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(found).toContainEqual(
    expect.objectContaining({
      rule: 'candidate',
      file: 'locales/fr',
      found: '1 messages, 0 files of words, 0 long texts',
    }),
  );
  // What a begun area lacks is named, what nobody has begun isn't.
  const missing = found.filter(({ rule }) => rule === 'missing');
  expect(new Set(missing.map(({ file }) => file))).toEqual(new Set(['locales/fr/sample.json']));
  expect(published()).not.toContain('fr');
});

test('a language that has everything the source has is complete; with an error in it, it is kept back alone', () => {
  copySpanish();
  expect(candidatesOf(readTree(root))).toMatchObject([{ tag: 'tr', isComplete: true }]);
  write(root, 'locales/tr/sample.json', readFileSync(join(root, 'locales/es/sample.json'), 'utf8').replace('}', ''));
  const found = findings();
  expect(found.some(({ severity }) => severity === 'error')).toBe(true);
  expect(found.some(stopsBuild)).toBe(false);
  expect(published()).toEqual(['en', 'es', 'ht', 'ru', 'pt-BR']);
});

test('an error in a language of launch stops the build', () => {
  write(root, 'locales/ru/sample.json', '{');
  expect(findings().some(stopsBuild)).toBe(true);
});

test('a folder that no language owns is told of', () => {
  write(root, 'locales/fr-HT/sample.json', '{}');
  expect(findings()).toMatchObject([{ rule: 'candidate', severity: 'warning', file: 'locales/fr-HT' }]);
});

test('the pages import what is shown, and the languages nobody speaks', () => {
  write(root, 'core/language/locales.ts', '');
  write(root, 'app/_i18n/messages.ts', '');
  writePublished(root, ['en', 'tr']);
  expect(readFileSync(join(root, 'core/language/published.json'), 'utf8')).toBe('["en","tr"]\n');
  const loaders = readFileSync(join(root, 'app/_i18n/published-files.ts'), 'utf8');
  expect([...loaders.matchAll(/'(\S+)': \(name\) => import\(`..\/..\/locales\/\1\/\$/g)].map(([, tag]) => tag)).toEqual(
    ['en', 'tr', 'en-XA', 'ar-XB'],
  );
});
