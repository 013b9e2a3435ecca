import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceLocale } from '#core/language/locales.ts';
import { findingsOf } from '../catalogs/rule.ts';
import { messagesOf, readTree } from '../catalogs/tree.ts';
import { rules } from '../catalogs-check.ts';

/** What the studio has not: screens of its own in `app`, words of calendars, long texts, a glossary of its own. */
const elsewhere = new Set(
  'undefined unused enumerated words-complete words-sorted content-pages candidate glossary-page'.split(' '),
);

const tree = readTree(import.meta.dirname);

test('the studio keeps the rules that it tells translators of', () => {
  const own = rules.filter(({ name }) => !elsewhere.has(name));
  const told = findingsOf(own, tree).map(({ rule, file, key, found }) => `${rule} ${file} ${key}: ${found}`);
  expect(tree.locales.length).toBeGreaterThanOrEqual(5);
  expect(told).toEqual([]);
});

test('the studio uses each of its texts', () => {
  const sources = globSync('**/*.ts', { cwd: import.meta.dirname })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join('\n');
  // `say(`state.${state}`)` asks for the whole family.
  const families = [...sources.matchAll(/say\(`([a-z.]+)\.\$\{/gi)].map(([, family]) => family ?? '');
  const isUsed = (key: string) =>
    sources.includes(`'${key}'`) || families.some((family) => key.startsWith(`${family}.`));
  const keys = [...messagesOf(tree, sourceLocale).keys()].map((key) => key.replace(/^studio\./, ''));
  expect(keys.filter((key) => !isUsed(key))).toEqual([]);
});
