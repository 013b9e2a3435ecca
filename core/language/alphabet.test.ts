import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alphabets, compareBy } from './alphabet.ts';

const compare = compareBy(alphabets.ht ?? []);

describe('the order of Haitian Creole', () => {
  test.each([
    [
      'letters of several characters come after their first',
      ['Kan', 'Kap', 'Kanada', 'Ka'],
      ['Ka', 'Kanada', 'Kap', 'Kan'],
    ],
    ['è after e, ò after o', ['Pòtigal', 'Poloy', 'Pewou', 'Pèsik'], ['Pewou', 'Pèsik', 'Poloy', 'Pòtigal']],
    ['ou and oun after on', ['oun', 'ou', 'on', 'ò', 'o'], ['o', 'ò', 'on', 'ou', 'oun']],
    ['ch and ng are letters', ['d', 'ch', 'c', 'b', 'ng', 'n', 'o'], ['b', 'c', 'ch', 'd', 'n', 'ng', 'o']],
    [
      'an before a vowel is two letters',
      ['Pani', 'Panyòl', 'Panama', 'Pangola'],
      ['Panama', 'Pani', 'Panyòl', 'Pangola'],
    ],
    ['a word that ends comes first, then its next word', ['Kap Vè', 'Kapvè', 'Kap'], ['Kap', 'Kap Vè', 'Kapvè']],
    ['capitals and signs do not count', ["Kot d'Ivwa", 'kot-Divwa', 'Kosovo'], ['Kosovo', "Kot d'Ivwa", 'kot-Divwa']],
    ['accents that the alphabet lacks count as their letter', ['Kiraso', 'Kíba', 'Kibo'], ['Kíba', 'Kibo', 'Kiraso']],
    ['other scripts come last', ['Я', 'Zanbi', '王'], ['Zanbi', 'Я', '王']],
  ])('%s', (_title, words, expected) => {
    expect([...words].sort(compare)).toEqual(expected);
  });

  test('is a total order', () => {
    const word = fc.string({ unit: fc.constantFrom(...Array.from("aeinogucèòhty -'É王")), maxLength: 6 });
    fc.assert(
      fc.property(word, word, word, (one, two, three) => {
        expect(Math.sign(compare(one, two))).toBe(-Math.sign(compare(two, one)) + 0);
        if (compare(one, two) <= 0 && compare(two, three) <= 0) expect(compare(one, three)).toBeLessThanOrEqual(0);
        expect(compare(one, two) === 0).toBe(one === two);
      }),
    );
  });
});

test('Ukrainian: an apostrophe is no letter, ґ, є and ї come after г, е and і', () => {
  const words = ['Вірменія', 'Ґрунт', 'В’єтнам', 'Венесуела', 'Гана', 'Йорданія', 'Їжак', 'Індія', 'Вануату', 'Єгипет'];
  expect(words.sort(compareBy(alphabets.uk ?? []))).toEqual([
    'Вануату',
    'Венесуела',
    'В’єтнам',
    'Вірменія',
    'Гана',
    'Ґрунт',
    'Єгипет',
    'Індія',
    'Їжак',
    'Йорданія',
  ]);
});

test('Tajik: ғ, ӣ, қ, ӯ, ҳ and ҷ each come after the letter that they are made from', () => {
  const words = 'Ҷазоир Чили Йод Қатар Куба Ҳонконг Хитой Ӯзбекистон Урдун Ғарб Гурҷистон Ироқ Яман'.split(' ');
  expect(words.sort(compareBy(alphabets.tg ?? [])).join(' ')).toBe(
    'Гурҷистон Ғарб Ироқ Йод Куба Қатар Урдун Ӯзбекистон Хитой Ҳонконг Чили Ҷазоир Яман',
  );
});
