import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { rules } from '../catalogs-check.ts';
import { sourceHash } from './source-hash.ts';
import { edit, editAlone, realText, write } from './testing/clean-tree.ts';
import { SharedTree } from './testing/shared-tree.ts';

// The rules about what stands beside the messages: descriptions, states, long texts' front matter.

const shared = new SharedTree(rules);
const { root } = shared;
afterEach(() => shared.restore());
afterAll(() => shared.end());

const about = 'locales/en/about/sample.jsonc';
const title = sourceHash('Your place');
const busy = sourceHash(realText('en', 'problem.busy.what'));
const signed = (locale: string, key: string, [from, to]: readonly [string, string]) =>
  edit(root, `locales/${locale}/status.json`, [`"${key}": "${from}`, `"${key}": "${to}`]);

type Flaw = { readonly rule: string; readonly flaw: string; readonly seed: () => void; readonly where: string };

const flaws: readonly Flaw[] = [
  {
    rule: 'description',
    flaw: 'a message that nobody described',
    seed: () => edit(root, about, ['  "title": "A text.",\n', '']),
    where: `${about}:1`,
  },
  {
    rule: 'description',
    flaw: 'an empty description',
    seed: () => edit(root, about, ['"title": "A text."', '"title": ""']),
    where: `${about}:2`,
  },
  {
    rule: 'description',
    flaw: 'an argument that is not explained',
    seed: () => edit(root, about, ['A text. {name}', 'A text.']),
    where: `${about}:3`,
  },
  {
    rule: 'description',
    flaw: 'a tag that is not explained',
    seed: () => edit(root, about, ['A text. <link>', 'A text.']),
    where: `${about}:6`,
  },
  {
    rule: 'description',
    flaw: 'a description of a message that is gone',
    seed: () => edit(root, about, ['{\n', '{\n  "titel": "A text.",\n']),
    where: `${about}:2`,
  },
  {
    rule: 'description',
    flaw: 'a pattern that covers nothing',
    seed: () => edit(root, about, ['{\n', '{\n  "old.*": "A text.",\n']),
    where: `${about}:2`,
  },
  {
    rule: 'description',
    flaw: 'descriptions that cannot be read',
    seed: () => edit(root, about, ['",\n', '"\n']),
    where: `${about}:3`,
  },
  {
    rule: 'description',
    flaw: 'one key described twice',
    seed: () => edit(root, about, ['{\n', '{\n  "title": "Another text.",\n']),
    where: `${about}:3`,
  },
  {
    rule: 'description',
    flaw: 'a length that is no number',
    seed: () => edit(root, about, ['"A text."', '{ "about": "A text.", "max": "long" }']),
    where: `${about}:1`,
  },
  ...['es', 'ht', 'ru'].map((locale) => ({
    rule: 'status',
    flaw: `a translation without a state in ${locale}`,
    seed: () =>
      edit(root, `locales/${locale}/status.json`, [`  "sample.title": "${title} draft machine 2027-01-31",\n`, '']),
    where: `locales/${locale}/status.json:1`,
  })),
  {
    rule: 'status',
    flaw: 'a state of a message that is gone',
    seed: () => edit(root, 'locales/ht/status.json', ['{\n', `{\n  "sample.gone": "${title} draft ana 2027-01-31",\n`]),
    where: 'locales/ht/status.json:2',
  },
  {
    rule: 'status',
    flaw: 'a state that is none',
    seed: () => signed('es', 'sample.title', [`${title} draft`, `${title} perfect`]),
    where: 'locales/es/status.json sample.title',
  },
  {
    rule: 'status',
    flaw: 'a state without a day',
    seed: () => signed('es', 'sample.title', [`${title} draft machine 2027-01-31`, `${title} draft machine`]),
    where: 'locales/es/status.json sample.title',
  },
  {
    rule: 'status',
    flaw: 'no states at all',
    seed: () => rmSync(join(root, 'locales/ru/status.json')),
    where: 'locales/ru/status.json:1',
  },
  {
    rule: 'status',
    flaw: 'states that cannot be read',
    seed: () => edit(root, 'locales/ru/status.json', ['",\n', '"\n']),
    where: 'locales/ru/status.json:3',
  },
  {
    rule: 'status',
    flaw: 'an error message that its translator reviewed',
    seed: () => signed('ru', 'problem.busy.what', [`${busy} draft machine`, `${busy} reviewed ana`]),
    where: 'locales/ru/status.json',
  },
  {
    rule: 'status',
    flaw: 'an error message that its translator reviewed twice',
    seed: () => signed('ru', 'problem.busy.what', [`${busy} draft machine`, `${busy} reviewed ana 2027-01-30 ana`]),
    where: 'locales/ru/status.json',
  },
  {
    rule: 'stale',
    flaw: 'an English text that changed since',
    seed: () => editAlone(root, 'locales/en/sample.json', ['Your place', 'New title']),
    where: 'locales/ht/sample.json:2',
  },
  {
    rule: 'content-pages',
    flaw: 'terms whose English changed since',
    seed: () => edit(root, 'content/en/terms-2027-01.md', ['Text.', 'More.']),
    where: 'content/ht/terms-2027-01.md:1',
  },
  {
    rule: 'content-pages',
    flaw: 'terms that their translator reviewed',
    seed: () => edit(root, 'content/es/terms-2027-01.md', ['state: draft', 'state: reviewed']),
    where: 'content/es/terms-2027-01.md:1',
  },
  {
    rule: 'content-pages',
    flaw: 'a long text that nobody signed',
    seed: () => edit(root, 'content/es/help.md', ['by: machine\n', '']),
    where: 'content/es/help.md:1',
  },
  {
    rule: 'content-pages',
    flaw: 'a long text without the day',
    seed: () => edit(root, 'content/es/help.md', ['on: "2027-01-31"\n', '']),
    where: 'content/es/help.md:1',
  },
];

test.each(flaws)('$rule finds $flaw, and no other rule does', ({ rule, seed, where }) => {
  seed();
  const found = shared.findings();
  expect(new Set(found.map((finding) => finding.rule))).toEqual(new Set([rule]));
  // A line of the states moves with every message that the core gets: there the key says where.
  expect(found.flatMap(({ file, line, key }) => [`${file}:${line}`, `${file} ${key}`]).join('\n')).toContain(where);
});

test('one description does for a family, and a closer one goes before it', () => {
  write(
    root,
    about,
    '{ "*": "{name} {sex} {count} {countText} <bold>", "rich": "<link>", "nested": "<link> <bold>", "title": "Heading." }',
  );
  expect(shared.findings()).toEqual([]);
  write(
    root,
    about,
    '{ "*": "{name} {count} {countText} {sex} <link> <bold>", "peo*": "A number.", "title": "Heading." }',
  );
  expect(shared.findings().map(({ key, expected }) => [key, expected])).toEqual([
    ['sample.people', '{count} {countText}'],
  ]);
});

test('who has to describe a message is told where it is used', () => {
  edit(root, about, ['  "title": "A text.",\n', '']);
  expect(shared.findings()).toMatchObject([
    { key: 'sample.title', fix: expect.stringContaining('app/page.tsx:4') as string },
  ]);
});

test('a text that is stale is to look at; terms that are stale fail the build', () => {
  editAlone(root, 'locales/en/sample.json', ['Your place', 'New title']);
  expect(shared.findings().map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning', 'warning']);
  edit(root, 'content/en/terms-2027-01.md', ['Text.', 'More.']);
  expect(shared.findings().filter(({ severity }) => severity === 'error')).toHaveLength(4);
});

test('an error message that somebody else read is reviewed', () => {
  signed('ru', 'problem.busy.what', [
    `${busy} draft machine 2027-01-31`,
    `${busy} reviewed ana 2027-01-30 ben 2027-01-31`,
  ]);
  expect(shared.findings()).toEqual([]);
});
