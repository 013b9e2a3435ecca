import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { launchLocales } from '#core/language/locales.ts';
import { rules } from '../catalogs-check.ts';
import { findingsOf } from './rule.ts';
import { edit, write, writeCleanTree } from './testing/clean-tree.ts';
import { readTree } from './tree.ts';

let root = '';
beforeEach(() => {
  root = writeCleanTree();
});
afterEach(() => rmSync(root, { recursive: true }));

function findings() {
  return findingsOf(rules, readTree(root));
}

type Flaw = { readonly rule: string; readonly flaw: string; readonly seed: () => void; readonly where?: string };

const sample = (locale: string) => `locales/${locale}/sample.json`;
const change = (locale: string, from: string, to: string) => () => edit(root, sample(locale), [from, to]);
const ask = (code: string) => () =>
  write(root, 'app/more.tsx', `import { useTranslations } from 'next-intl';\n${code}`);

const flaws: readonly Flaw[] = [
  {
    rule: 'json-syntax',
    flaw: 'a comma left over',
    seed: change('es', '</link>"', '</link>",'),
    where: 'locales/es/sample.json:7',
  },
  {
    rule: 'json-syntax',
    flaw: 'a number instead of a text',
    seed: () => write(root, 'locales/ht/other.json', '{ "a": 1 }'),
    where: 'locales/ht/other.json:1',
  },
  {
    rule: 'json-syntax',
    flaw: 'broken words',
    seed: () => edit(root, 'locales/ht/words/calendar.json', ['{', '']),
    where: 'locales/ht/words/calendar.json:2',
  },
  {
    rule: 'duplicate-key',
    flaw: 'a key twice',
    seed: change('ru', '"greeting"', '"title": "Снова",\n  "greeting"'),
    where: 'locales/ru/sample.json:3',
  },
  {
    rule: 'icu-syntax',
    flaw: 'a bracket missing',
    seed: change('ht', '{name}', '{name'),
    where: 'locales/ht/sample.json:3',
  },
  {
    rule: 'icu-syntax',
    flaw: 'a tag not closed',
    seed: change('es', '</link>', ''),
    where: 'locales/es/sample.json:6',
  },
  {
    rule: 'icu-syntax',
    flaw: 'a plural with offset',
    seed: change('es', 'plural, one', 'plural, offset:1 one'),
    where: 'locales/es/sample.json:4',
  },
  {
    rule: 'missing',
    flaw: 'a text missing in one language',
    seed: change('ht', '  "title": "Tit la",\n', ''),
    where: 'locales/ht/sample.json:1',
  },
  {
    rule: 'missing',
    flaw: 'a whole file missing',
    seed: () => rmSync(join(root, sample('ru'))),
    where: 'locales/ru/sample.json:1',
  },
  {
    rule: 'empty',
    flaw: 'an empty text',
    seed: change('pt-BR', 'O título', ''),
    where: 'locales/pt-BR/sample.json:2',
  },
  {
    rule: 'empty',
    flaw: 'a text of white space',
    seed: change('en', 'The title', ' \\n '),
    where: 'locales/en/sample.json:2',
  },
  {
    rule: 'extra',
    flaw: 'a key that the source has not',
    seed: change('es', '"greeting"', '"titel": "x",\n  "greeting"'),
    where: 'locales/es/sample.json:3',
  },
  {
    rule: 'extra',
    flaw: 'an area that the source has not',
    seed: () => write(root, 'locales/es/gone.json', '{ "a": "b" }'),
    where: 'locales/es/gone.json:1',
  },
  {
    rule: 'arguments',
    flaw: 'a misspelled argument',
    seed: change('ht', '{name}', '{nom}'),
    where: 'locales/ht/sample.json:3',
  },
  {
    rule: 'arguments',
    flaw: 'an argument left out',
    seed: change('ht', ' {name}', ''),
    where: 'locales/ht/sample.json:3',
  },
  {
    rule: 'arguments',
    flaw: 'a tag left out',
    seed: change('ru', '<link>условия</link>', 'условия'),
    where: 'locales/ru/sample.json:6',
  },
  {
    rule: 'arguments',
    flaw: 'another option of a select',
    seed: change('es', 'female {', 'femenino {'),
    where: 'locales/es/sample.json:5',
  },
  {
    rule: 'plural-forms',
    flaw: 'a Russian form missing',
    seed: change('ru', 'few {{countText} человека} ', ''),
    where: 'locales/ru/sample.json:4',
  },
  {
    rule: 'plural-forms',
    flaw: 'other missing',
    seed: change('es', ' other {{countText} personas}', ''),
    where: 'locales/es/sample.json:4',
  },
  {
    rule: 'plural-forms',
    flaw: 'a form of CLDR in Haitian Creole',
    seed: change('ht', '=1 {', 'one {'),
    where: 'locales/ht/sample.json:4',
  },
  {
    rule: 'plural-forms',
    flaw: 'a form that English has not',
    seed: change('en', 'other {{countText} people}', 'few {few} other {{countText} people}'),
    where: 'locales/en/sample.json:4',
  },
  {
    rule: 'forbidden-format',
    flaw: '# in a plural',
    seed: change('es', 'personas}', 'personas, #}'),
    where: 'locales/es/sample.json:4',
  },
  { rule: 'forbidden-format', flaw: 'a number format', seed: change('en', '{name}', '{name, number}') },
  { rule: 'forbidden-format', flaw: 'a date format', seed: change('en', '{name}', '{name, date, long}') },
  { rule: 'forbidden-format', flaw: 'ordinals', seed: change('en', 'plural', 'selectordinal') },
  {
    rule: 'undefined',
    flaw: 'a key that no catalog has',
    seed: ask(`const t = useTranslations('sample'); t('nothing');`),
    where: 'app/more.tsx:2',
  },
  {
    rule: 'undefined',
    flaw: 'a group instead of a message',
    seed: ask(`const t = useTranslations(); t('sample');`),
    where: 'app/more.tsx:2',
  },
  {
    rule: 'undefined',
    flaw: 'a pattern without a list',
    seed: ask('const t = useTranslations("sample"); t(`kinds.${kind}`);'),
    where: 'app/more.tsx:2',
  },
  {
    rule: 'unused',
    flaw: 'a message nobody asks for',
    seed: () => edit(root, 'app/page.tsx', [`title={t('title')}`, '']),
    where: 'locales/en/sample.json:2',
  },
  {
    rule: 'unreadable-use',
    flaw: 't.raw',
    seed: ask(`const t = useTranslations('sample'); t.raw('title');`),
    where: 'app/more.tsx:2',
  },
  {
    rule: 'unreadable-use',
    flaw: 'a key from anywhere',
    seed: ask(`const t = useTranslations(); t(key);`),
    where: 'app/more.tsx:2',
  },
  {
    rule: 'unreadable-use',
    flaw: 'a t without namespace',
    seed: ask('export function More({ t }) { return t("title"); }'),
    where: 'app/more.tsx:2',
  },
  {
    rule: 'enumerated',
    flaw: 'a kind of problem without a sentence',
    seed: () => everywhere('problem', /\n {4}"missing": "[^"]*",/),
    where: 'locales/en/problem.json:1',
  },
  {
    rule: 'words-complete',
    flaw: 'a month missing',
    seed: () => edit(root, 'locales/ht/words/calendar.json', ['    "1": "janvye",\n', '']),
    where: 'locales/ht/words/calendar.json:1',
  },
  {
    rule: 'words-complete',
    flaw: 'a country missing',
    seed: () => edit(root, 'locales/es/words/countries.json', ['  "HT": "Haití",\n', '']),
    where: 'locales/es/words/countries.json:1',
  },
  {
    rule: 'words-complete',
    flaw: 'a code that nothing has',
    seed: () => edit(root, 'locales/ru/words/languages.json', ['"quc"', '"quq"']),
  },
  {
    rule: 'words-sorted',
    flaw: 'two countries changed about',
    seed: () => edit(root, 'locales/en/words/countries.json', ['"Albania"', '"Zalbania"']),
    where: 'locales/en/words/countries.json:4',
  },
  {
    rule: 'content-pages',
    flaw: 'a page missing',
    seed: () => rmSync(join(root, 'content/ht/terms.md')),
    where: 'content/ht/terms.md:1',
  },
  { rule: 'content-pages', flaw: 'no front matter', seed: () => write(root, 'content/ht/help.md', 'Tèks') },
  {
    rule: 'content-pages',
    flaw: 'a state that is none',
    seed: () => edit(root, 'content/es/help.md', ['draft', 'perfect']),
    where: 'content/es/help.md:1',
  },
  {
    rule: 'content-pages',
    flaw: 'no version',
    seed: () => edit(root, 'content/en/help.md', ['version: "2027-01"\n', '']),
    where: 'content/en/help.md:1',
  },
  {
    rule: 'content-pages',
    flaw: 'a version that the English does not have',
    seed: () => edit(root, 'content/ru/terms.md', ['2027-01', '2026-11']),
    where: 'content/ru/terms.md:1',
  },
  {
    rule: 'content-pages',
    flaw: 'the English has changed since',
    seed: () => edit(root, 'content/en/help.md', ['Text.', 'More.']),
  },
];

function everywhere(area: string, text: RegExp): void {
  for (const locale of launchLocales) {
    const file = `locales/${locale}/${area}.json`;
    edit(root, file, [text.exec(readFileSync(join(root, file), 'utf8'))?.[0] ?? 'a text that is not there', '']);
  }
}

test('a clean tree has no findings', () => {
  expect(findings()).toEqual([]);
});

test.each(flaws)('$rule finds $flaw, and no other rule does', ({ rule, seed, where }) => {
  seed();
  const found = findings();
  expect(new Set(found.map((finding) => finding.rule))).toEqual(new Set([rule]));
  if (where !== undefined) expect(found.map(({ file, line }) => `${file}:${line}`)).toContain(where);
});

test('every rule has a flaw that it is tried on, here or in the test of its family', () => {
  const tests = globSync('{*.test.ts,testing/**/*.ts}', { cwd: import.meta.dirname });
  const tried = tests.flatMap((file) =>
    [...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/\brule: '([^']+)'/g)].map(([, name]) => name),
  );
  expect(rules.map(({ name }) => name).filter((name) => !tried.includes(name))).toEqual([]);
});

test('a finding says what was expected and what was found', () => {
  edit(root, sample('ht'), ['{name}', '{nom}']);
  expect(findings()).toEqual([
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
  expect(findings().map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning', 'warning']);
});

test('a language without plural forms may leave out the number that only chooses', () => {
  edit(root, sample('ht'), ['{count, plural, =1 {{countText} moun} other {{countText} moun}}', '{countText} moun']);
  expect(findings()).toEqual([]);
});

test('=1 does for one where one means exactly 1, and not in Russian', () => {
  edit(root, sample('es'), ['one {', '=1 {']);
  expect(findings()).toEqual([]);
  edit(root, sample('ru'), ['one {', '=1 {']);
  expect(findings().map(({ rule, file }) => [rule, file])).toEqual([['plural-forms', 'locales/ru/sample.json']]);
});
