import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { edit, write } from '../clean-tree.ts';
import { type Flaw } from '../seeding.ts';

/** Words of calendars and countries, and long texts. */
export const wordAndPageFlaws: readonly Flaw[] = [
  {
    rule: 'words-complete',
    flaw: 'a month missing',
    seed: (root) => edit(root, 'locales/ht/words/calendar.json', ['    "1": "janvye",\n', '']),
    where: 'locales/ht/words/calendar.json:1',
  },
  {
    rule: 'words-complete',
    flaw: 'a country missing',
    seed: (root) => edit(root, 'locales/es/words/countries.json', ['  "HT": "Haití",\n', '']),
    where: 'locales/es/words/countries.json:1',
  },
  {
    rule: 'words-complete',
    flaw: 'a code that nothing has',
    seed: (root) => edit(root, 'locales/ru/words/languages.json', ['"quc"', '"quq"']),
  },
  {
    rule: 'words-sorted',
    flaw: 'two countries changed about',
    seed: (root) => edit(root, 'locales/en/words/countries.json', ['"Albania"', '"Zalbania"']),
    where: 'locales/en/words/countries.json:4',
  },
  {
    rule: 'content-pages',
    flaw: 'a page missing',
    seed: (root) => rmSync(join(root, 'content/ht/terms-2027-01.md')),
    where: 'content/ht/terms-2027-01.md:1',
  },
  { rule: 'content-pages', flaw: 'no front matter', seed: (root) => write(root, 'content/ht/help.md', 'Tèks') },
  {
    rule: 'content-pages',
    flaw: 'a state that is none',
    seed: (root) => edit(root, 'content/es/help.md', ['draft', 'perfect']),
    where: 'content/es/help.md:1',
  },
  {
    rule: 'content-pages',
    flaw: 'no version',
    seed: (root) => edit(root, 'content/en/help.md', ['version: "2027-01"\n', '']),
    where: 'content/en/help.md:1',
  },
  {
    rule: 'content-pages',
    flaw: 'a version that the English does not have',
    seed: (root) => edit(root, 'content/ru/help.md', ['2027-01', '2026-11']),
    where: 'content/ru/help.md:1',
  },
  {
    rule: 'content-pages',
    flaw: 'terms that say another version than their file',
    seed: (root) => edit(root, 'content/ru/terms-2027-01.md', ['2027-01', '2026-11']),
    where: 'content/ru/terms-2027-01.md:1',
  },
  {
    rule: 'content-pages',
    flaw: 'terms that no policy names yet, of another version than their file',
    seed: (root) => cpSync(join(root, 'content/en/terms-2027-01.md'), join(root, 'content/en/terms-2027-06.md')),
    where: 'content/en/terms-2027-06.md:1',
  },
  {
    rule: 'content-pages',
    flaw: 'the English has changed since',
    seed: (root) => edit(root, 'content/en/help.md', ['Text.', 'More.']),
  },
];
