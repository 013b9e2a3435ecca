import { describe, expect, test } from 'vitest';
import { countryCodes } from '#core/language/countries.ts';
import { countryOfThree } from '#core/language/country-of-three.ts';
import type { Answers } from './answers.ts';
import { longDate } from './check-document.ts';
import { fitMrzLine, readMrzLines } from './mrz-lines.ts';
import { areNear, readOtherwise } from './read-otherwise.ts';

// The specimens of ICAO 9303, parts 4 (passport) and 5 (card).
const passport = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const card = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];

function lines([mrz1 = '', mrz2 = '', mrz3 = '']: readonly string[]) {
  return readMrzLines({ mrz1, mrz2, mrz3 });
}

describe('machine-readable lines as people type them', () => {
  test.each([
    ['as they stand', passport, passport],
    ['of a card', card, card],
    ['in small letters, with spaces', passport.map((line) => ` ${line.toLowerCase().replace('<<', '< <')}`), passport],
    ['with the signs of another keyboard', passport.map((line) => line.replaceAll('<<', '«')), passport],
    ['with too few fillers at the end', ['P<UTOERIKSSON<<ANNA<MARIA<<<', passport[1] ?? ''], passport],
    [
      'with a filler too many in the middle',
      [passport[0] ?? '', (passport[1] ?? '').replace('<<<<<', '<<<<<<<')],
      passport,
    ],
  ])('%s', (_title, typed, expected) => {
    expect(lines(typed)).toEqual({ lines: expected, problems: [] });
  });
  test.each([
    ['the first alone', [passport[0] ?? ''], [['mrz2', 'missing']]],
    ['the second alone', ['', passport[1] ?? ''], [['mrz1', 'missing']]],
    ['a sign that cannot be', ['P/UTO', passport[1] ?? ''], [['mrz1', 'mrz-signs']]],
    [
      'both lines of a passport cut short',
      ['P<UTOERIKSSON', 'L898902C36UTO'],
      [
        ['mrz1', 'mrz-length', 44],
        ['mrz2', 'mrz-length', 44],
      ],
    ],
    [
      'both lines of an older card cut short',
      ['I<UTOERIKSSON', 'D23145890'],
      [
        ['mrz1', 'mrz-length', 36],
        ['mrz2', 'mrz-length', 36],
      ],
    ],
    ['a line cut short', [passport[0] ?? '', 'L898902C36UTO'], [['mrz2', 'mrz-length', 44]]],
    ['a line of a card cut short', [card[0] ?? '', '7408122', card[2] ?? ''], [['mrz2', 'mrz-length', 30]]],
  ])('%s: the line that is wrong is named', (_title, typed, expected) => {
    expect(
      lines(typed).problems.map(({ field, kind, limit }) => (limit ? [field, kind, limit] : [field, kind])),
    ).toEqual(expected);
  });
  test('only the longest run of fillers gives or takes', () => {
    expect(fitMrzLine('A<<B<<<12', 11)).toBe('A<<B<<<<<12');
    expect(fitMrzLine('AB12', 9)).toBe('AB12');
  });
});

test('the century of a date is the latest that can be', () => {
  expect(longDate('270301', '2027-03-01')).toBe('2027-03-01');
  expect(longDate('270302', '2027-03-01')).toBe('1927-03-02');
});

test('every country has its three letters; Germany and Kosovo have their own', () => {
  const known = new Set(['HTI', 'VEN', 'MEX', 'RUS', 'D', 'RKS'].map(countryOfThree));
  expect([...known]).toEqual(['HT', 'VE', 'MX', 'RU', 'DE', 'XK']);
  expect(countryOfThree('UTO')).toBe(null);
  expect(countryCodes.length).toBe(250);
});

describe('what a document says otherwise', () => {
  const before = { givenNames: 'Anna María', familyNames: 'Eriksson', birthDate: '1974-08-12' };
  const read = { surname: 'ERIKSSON', given: 'ANNA MARIA', birthDate: '1974-08-12' };
  const nothing = { names: null, birthDate: null };
  type Row = readonly [
    title: string,
    read: Parameters<typeof readOtherwise>[0],
    before: Partial<Answers>,
    expected: unknown,
  ];
  const rows: readonly Row[] = [
    ['nothing', read, before, nothing],
    ['nothing for accents, order and a letter read wrong', { ...read, given: 'MARTA ANNA' }, before, nothing],
    ['nothing for another script', read, { ...before, givenNames: 'Анна', familyNames: 'Эрикссон' }, nothing],
    [
      'nothing for a name that was cut off',
      { ...read, surname: 'ERIKSSON', given: 'ANNA MARIA GUADALUPE ESPERA' },
      { ...before, givenNames: 'Anna María Guadalupe Esperanza' },
      nothing,
    ],
    ['another name', { ...read, given: 'EVA' }, before, { names: 'EVA ERIKSSON', birthDate: null }],
    [
      'a name that she left out',
      read,
      { ...before, givenNames: 'Anna' },
      { names: 'ANNA MARIA ERIKSSON', birthDate: null },
    ],
    ['another birth date', { ...read, birthDate: '1974-08-21' }, before, { names: null, birthDate: '1974-08-21' }],
    ['nothing before she has answered', read, {}, nothing],
  ];
  test.each(rows)('%s', (_title, ...[document, answers, expected]) => {
    expect(readOtherwise(document, answers)).toEqual(expected);
  });
  test('near are one letter in four', () => {
    expect(areNear('munoz', 'munnoz')).toBe(true);
    expect(areNear('ana', 'eva')).toBe(false);
  });
});
