import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isTranslatedLocale } from '#core/language/locales.ts';
import { rules } from '../catalogs-check.ts';
import type { Finding } from './finding.ts';
import { findingsOf } from './rule.ts';
import { spelling } from './rules/spelling.ts';
import { dictionariesOf, languagesWithDictionary } from './spelling/dictionaries.ts';
import { slipBetween } from './spelling/slip.ts';
import { onlyIn, seededTree, withPage, withText } from './testing/seeded-tree.ts';
import { spellingFlaws } from './testing/word-flaws/spelling.ts';
import type { Tree } from './tree.ts';

const rule = spelling(await dictionariesOf(languagesWithDictionary));
const clean = seededTree();
const project = join(import.meta.dirname, '../..');
const lists = globSync('locales/*/spelling.txt', { cwd: project });
beforeAll(() => {
  for (const list of lists) cpSync(join(project, list), join(clean.root, list));
});
afterAll(() => rmSync(clean.root, { recursive: true }));

const nameOf = ({ rule: name, file, line, key }: Finding) => [name, file, line, key].join(' | ');
const parts = new Map<string, { readonly part: Tree; readonly before: ReadonlySet<string> }>();

/** The texts of a language, and what is told of them: they are a part of the project and need not all accepted words. */
function partOf(locale: string) {
  const known = parts.get(locale);
  if (known) return known;
  if (!isTranslatedLocale(locale)) throw new Error(`expected a language, found ${locale}`);
  const part = onlyIn(clean, locale);
  const own = { part, before: new Set(findingsOf([...rules, rule], part).map(nameOf)) };
  parts.set(locale, own);
  return own;
}

/** What all rules and this one tell of a seeded tree, and don't of the clean one. */
function newIn(locale: string, seed: (part: Tree) => Tree): readonly Finding[] {
  const { part, before } = partOf(locale);
  return findingsOf([...rules, rule], seed(part)).filter((finding) => !before.has(nameOf(finding)));
}

test.each(spellingFlaws)('spelling finds $flaw in $place, and no other rule does', ({ place, change, expected }) => {
  const [locale = '', key = ''] = place.split(' ');
  const told = newIn(locale, (part) => withText(part, place, change));
  expect(told).toMatchObject([{ rule: 'spelling', file: `locales/${locale}/start.json`, key, found: change[1] }]);
  expect(told[0]?.expected).toMatch(expected);
});

test('a word of a long text is looked up too', () => {
  const told = newIn('es', (part) => withPage(part, 'es', ['Ahí está su respuesta', 'Ahí está su repsuesta']));
  expect(told).toMatchObject([{ rule: 'spelling', file: 'content/es/help.md', found: 'repsuesta' }]);
});

test('names, codes, addresses, letters alone and what goes on with a value are not looked up', () => {
  const right = 'Puente: {count}ª de help@example.org, https://example.org/zxq, K7QX, 3h, WCAG y Nuevo Laredo';
  expect(
    newIn('es', (part) => withText(part, 'es start.steps.wait', ['', right])).filter(
      (each) => each.rule === 'spelling',
    ),
  ).toEqual([]);
});

test('without a dictionary, a word with another ending is no slip', () => {
  expect(newIn('ky', (part) => withText(part, 'ky start.steps.wait', ['билдирүү', 'билдирүүң']))).toEqual([]);
});

test('an accepted word is right, with a capital too', () => {
  const seed = (part: Tree) => withText(part, 'es start.steps.wait', ['Mire aquí', 'Márquelo, y márquelo']);
  expect(newIn('es', seed)).toEqual([]);
});

test('an accepted word that nothing needs is told, and a list out of order, which --fix sorts', () => {
  const root = mkdtempSync(join(tmpdir(), 'catalogs-'));
  const file = 'locales/es/spelling.txt';
  mkdirSync(join(root, 'locales/es'), { recursive: true });
  writeFileSync(join(root, file), 'zzz\nmárquelo\n');
  const tree = withText({ ...partOf('es').part, root }, 'es start.steps.wait', ['Mire aquí', 'Márquelo']);
  const told = rule.look(tree).filter((each) => each.file === file);
  rmSync(root, { recursive: true });
  expect(told).toMatchObject([
    { line: 1, found: 'zzz', message: 'An accepted word that nothing needs any more.' },
    { line: 1, found: 'zzz', repair: { file, whole: 'márquelo\nzzz\n' } },
  ]);
});

test.each([
  ['solicitud', 'soliictud', 4],
  ['mesaj', 'mesja', 3],
  ['mesaj', 'mesa', 4],
  ['mesa', 'mensa', 2],
  ['mesaj', 'masaj', 1],
  ['mesaj', 'masej', undefined],
  ['mesaj', 'mesaj', undefined],
  ['mesaj', 'me', undefined],
  ['бересиз', 'берсеңиз', undefined],
  ['aaa', 'aaaa', 3],
] as const)('between %s and %s one slip is at %s', (one, other, at) => {
  expect(slipBetween(one, other)).toBe(at);
});
