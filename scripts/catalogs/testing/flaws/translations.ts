import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { write } from '../clean-tree.ts';
import { change, type Flaw, sample } from '../seeding.ts';

/** Translations that lack something that the source has. */
export const translationFlaws: readonly Flaw[] = [
  {
    rule: 'missing',
    flaw: 'a text missing in one language',
    seed: change('ht', '  "title": "Plas ou",\n', ''),
    where: 'locales/ht/sample.json:1',
  },
  {
    rule: 'missing',
    flaw: 'a whole file missing',
    seed: (root) => rmSync(join(root, sample('ru'))),
    where: 'locales/ru/sample.json:1',
  },
  {
    rule: 'empty',
    flaw: 'an empty text',
    seed: change('pt-BR', 'Sua vaga', ''),
    where: 'locales/pt-BR/sample.json:2',
  },
  {
    rule: 'empty',
    flaw: 'a text of white space',
    seed: change('en', 'Your place', ' \\n '),
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
    seed: (root) => write(root, 'locales/es/gone.json', '{ "a": "b" }'),
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
    seed: change('ru', '<link>условия</link>', 'все условия'),
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
];
