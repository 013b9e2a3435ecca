import { describe, expect, test } from 'vitest';
import { named } from './paper.testing.ts';
import { printedName } from './printed-name.ts';

describe('a name on paper', () => {
  test.each([
    ['in Latin letters', named('Marie-Flore', 'Désir'), 'Marie-Flore Désir'],
    ['with the own script beside it', named('Anna', 'Petrova', ['Анна', 'Петрова']), 'Anna Petrova (Анна Петрова)'],
    ['in an Indian script', named('Sita', 'Devi', ['सीता', 'देवी']), 'Sita Devi (सीता देवी)'],
    ['with marks of Vietnamese', named('Nguyễn', 'Thị Ngọc'), 'Nguyễn Thị Ngọc'],
    ['whose own script no font has: without it', named('Ani', 'Grigoryan', ['Անի', 'Գրիգորյան']), 'Ani Grigoryan'],
    ['said twice: once', named('Ana', 'Pérez', ['Ana', 'Pérez']), 'Ana Pérez'],
    ['in a document of another script, with a Latin one beside it', named('Արամ', 'Գ', ['Aram', 'G']), 'Aram G'],
    ['that no font has at all: none, never boxes', named('Արամ', 'Գրիգորյան'), null],
  ])('%s', (_, person, printed) => {
    expect(printedName(person)).toBe(printed);
  });
});
