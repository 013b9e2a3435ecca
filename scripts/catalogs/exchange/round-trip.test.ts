import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { isLaunchLocale, sourceLocale } from '#core/language/locales.ts';
import { readLongText } from '../long-text.ts';
import { sourceHash } from '../source-hash.ts';
import { exported, imported, json, writeTree } from '../testing/exchange-tree.ts';
import { readTree } from '../tree.ts';
import { writers } from './formats.ts';
import { formats } from './unit.ts';
import { unitsOf } from './units.ts';
import { unsendable } from './xml.ts';

const project = join(import.meta.dirname, '../../..');
const all = readTree(project);
const textOf = (name: string) => readFileSync(join(project, name), 'utf8');

/** All of a page but its state, which tells who brought it. */
function wordsOf(page: string): unknown {
  const { matter, body } = readLongText(page);
  return { title: matter['title'], version: matter['version'], body };
}

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

function tree(files: Readonly<Record<string, string>>): string {
  const root = writeTree(files);
  roots.push(root);
  return root;
}

/** What files, tools and tongues are full of: quotes, escapes, marks of XML and CSV, emoji, Arabic, signs that turn a line. */
const signs = fc.constantFrom(
  ...[
    'a',
    'é',
    'ж',
    'ن',
    '中',
    '🙂',
    '𝒳',
    'e\u0301',
    ' ',
    '\u00A0',
    '\u202F',
    '\n',
    '\t',
    '"',
    "''",
    '”',
    '«',
    '\\',
    '\\n',
  ],
  ...[
    '&',
    '&amp;',
    '<',
    '>',
    ']]>',
    ',',
    ';',
    '=',
    '+',
    '-',
    '@',
    "'",
    '#',
    '%',
    '\u200F',
    '\u202B',
    '\u2066',
    '\u2028',
  ],
);
const words = fc.array(signs, { maxLength: 8 }).map((all) => all.join(''));
/** Literal text of ICU: no braces, and nothing that looks like a tag. */
const literal = words.map((text) => text.replaceAll(/['<]/g, ''));
const argument = fc.constantFrom('{name}', '{countText}', '{day}', '{ name }');

const message: fc.Arbitrary<string> = fc.letrec<{ all: string; piece: string }>((tie) => ({
  all: fc.array(tie('piece'), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join('')),
  piece: fc.oneof(
    { maxDepth: 3 },
    literal,
    argument,
    fc.constantFrom("'{no}'", "''"),
    tie('all').map((inside) => `<link>${inside}</link>`),
    fc
      .tuple(fc.constantFrom('plural', 'selectordinal'), tie('all'), tie('all'))
      .map(
        ([kind, one, more]) =>
          `{count, ${kind}, =0 {${one}} zero {} one {${one}} two {${more}} few {${more}} many {${one}} other {${more}}}`,
      ),
    fc.tuple(literal, tie('all')).map(([one, more]) => `{sex, select, female {${one}} other {${more}}}`),
  ),
})).all;

/** Messages that are one plural, as the project writes them, and as nobody should; and what is no ICU at all. */
function plural(forms: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(fc.oneof(message, fc.constant('')), { minLength: 6, maxLength: 6 }), fc.constantFrom(' ', '  '))
    .map(
      ([texts, space]) =>
        `{count, plural,${space}${forms.map((form, index) => `${form} {${texts[index] ?? ''}}`).join(' ')}}`,
    );
}

const sent = (text: string) => text.trim() !== '' && unsendable(text) === undefined;
const any = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((text) => text.replaceAll('\r', ''));
const source = fc.oneof(message, plural(['one', 'other']), words, any).filter(sent);
const translation = fc
  .oneof(
    message,
    plural(['one', 'few', 'many', 'other']),
    plural(['one', 'other']),
    plural(['zero', 'one', 'two', 'few', 'many', 'other']),
    words,
    any,
  )
  .filter(sent);
const state = fc.constantFrom('draft', 'translated', 'reviewed', 'stale');

describe.each(formats)('in %s', (format) => {
  test('what is exported and imported again changes no file, and makes another language’s file the same byte for byte', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(source, fc.option(translation, { nil: undefined }), state, words.filter(sent)), {
          minLength: 1,
          maxLength: 6,
        }),
        (rows) => {
          const names = rows.map((_, index) => `text${index}`);
          const texts = (column: 0 | 1) =>
            Object.fromEntries(
              rows.flatMap((row, index) => (row[column] === undefined ? [] : [[names[index] ?? '', row[column]]])),
            );
          const english = json({ group: texts(0) });
          const own = Object.keys(texts(1)).length === 0 ? json({}) : json({ group: texts(1) });
          const states = rows.map(([text, , standing], index) => {
            const line = standing === 'stale' ? `${'0'.repeat(16)} draft` : `${sourceHash(text)} ${standing}`;
            return [`sample.group.${names[index]}`, `${line} ben 2027-01-01`];
          });
          const comments = Object.fromEntries(
            rows.map((row, index) => [`sample.group.${names[index]}`, row[3].trim()]),
          );
          const full = tree({
            'locales/en/sample.json': english,
            'locales/ru/sample.json': own,
            'locales/ru/status.json': json(Object.fromEntries(states)),
            'locales/ru/comments.jsonc': json(comments),
          });
          const file = exported(readTree(full), 'ru', format);
          const again = imported(full, file, { rules: [] });
          expect([again.plan.refused, [...again.files.keys()]]).toEqual([[], []]);

          const others = json({
            group: Object.fromEntries(Object.keys(texts(1)).map((name) => [name, 'Other words'])),
          });
          for (const before of ['{}\n', ...(own === json({}) ? [] : [others])]) {
            const other = tree({ 'locales/en/sample.json': english, 'locales/ru/sample.json': before });
            const filled = imported(other, file, { rules: [] });
            expect(filled.plan.refused).toEqual([]);
            expect(filled.files.get('locales/ru/sample.json') ?? before).toBe(own);
          }
          for (const one of roots.splice(0)) rmSync(one, { recursive: true });
        },
      ),
      { numRuns: 30 },
    );
  });
});

const english = [...all.catalogs.map(({ file }) => file), ...all.contents.keys()].filter((name) =>
  /^(?:locales|content)\/en\//.test(name),
);
const root = writeTree(Object.fromEntries(english.map((name) => [name, textOf(name)])));
const englishOnly = readTree(root);
afterAll(() => rmSync(root, { recursive: true }));

/** All of them in `npm run test:full`; each time accents, a script from right to left with six forms, and one without spaces. */
const travelling = all.locales.filter((locale) =>
  process.env['PUENTE_FULL'] === '1' ? locale !== sourceLocale : ['ht', 'ar', 'zh-Hans'].includes(locale),
);

describe.each(travelling)('the texts of the project in %s', (locale) => {
  const units = unitsOf(all, locale);
  const own = [...all.catalogs.map(({ file }) => file), ...all.contents.keys()].filter((name) =>
    new RegExp(`^(?:locales|content)/${locale}/`).test(name),
  );

  test.each(formats)('come back as they went in %s, into their own files and into empty ones', (format) => {
    const file = writers[format]({ source: sourceLocale, target: locale, units });
    const again = imported(all, file, { rules: [] });
    expect(again.plan.unchanged.length).toBe(units.length);
    expect([again.plan.refused, [...again.files.keys()]]).toEqual([[], []]);

    const { plan, files } = imported(englishOnly, file, { rules: [] });
    const found = new Map(plan.changed.map(({ unit, text }) => [unit.key, text]));
    expect(units.filter(({ key, target }) => (found.get(key) ?? '') !== target)).toEqual([]);
    if (!isLaunchLocale(locale)) return;
    for (const name of own.filter((one) => one.endsWith('.json'))) expect(files.get(name), name).toBe(textOf(name));
    for (const name of own.filter((one) => one.endsWith('.md')))
      expect(wordsOf(files.get(name) ?? ''), name).toEqual(wordsOf(textOf(name)));
  });
});
