import { edit, write } from '../clean-tree.ts';
import { change, type Flaw } from '../seeding.ts';

/** Files that cannot be read. */
export const filesFlaws: readonly Flaw[] = [
  {
    rule: 'json-syntax',
    flaw: 'a comma left over',
    seed: change('es', '</bold>"', '</bold>",'),
    where: 'locales/es/sample.json:10',
  },
  {
    rule: 'json-syntax',
    flaw: 'a number instead of a text',
    seed: (root) => write(root, 'locales/ht/other.json', '{ "a": 1 }'),
    where: 'locales/ht/other.json:1',
  },
  {
    rule: 'json-syntax',
    flaw: 'broken words',
    seed: (root) => edit(root, 'locales/ht/words/calendar.json', ['{', '']),
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
    seed: change('es', 'condiciones</link>', 'condiciones'),
    where: 'locales/es/sample.json:6',
  },
  {
    rule: 'icu-syntax',
    flaw: 'a plural with offset',
    seed: change('es', 'plural, one', 'plural, offset:1 one'),
    where: 'locales/es/sample.json:4',
  },
];
