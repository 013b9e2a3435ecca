import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { birthParts, foldName, phoneTail } from './fold.ts';

describe('spellings of one name fold to the same tokens', () => {
  test.each([
    ['María-José  da SILVA', ['da', 'jose', 'maria', 'silva']],
    ['silva da, jose maria', ['da', 'jose', 'maria', 'silva']],
    ['Jean Jean', ['jean']],
    ["N'Golo D’Haïti", ['d', 'golo', 'haiti', 'n']],
    ['Strauß', ['strauss']],
    ['STRAUSS', ['strauss']],
    ['Işık', ['isik']],
    ['IŞIK', ['isik']],
    ['İnci', ['inci']],
    ['Łukasz Sørensen Đào', ['dao', 'lukasz', 'sorensen']],
    ['Æsa Œuvre Þór', ['aesa', 'oeuvre', 'thor']],
    ['ФЁДОР Йович', ['иович', 'федор']],
    ['Ｍａｒｉａ', ['maria']],
    ['ﬁlip', ['filip']],
    ['علي‌رضا', ['عليرضا']],
    ['مُحَمَّد', ['محمد']],
    ['---', []],
  ])('%s', (name, expected) => {
    expect(foldName(name)).toEqual(expected);
  });
  test('vowel signs of Indian scripts are letters: Kamal is not Kamala', () => {
    expect(foldName('कमल')).not.toEqual(foldName('कमला'));
  });
  test('folding what is folded changes nothing, nor does another order, case or composition', () => {
    const word = fc.string({
      unit: fc.constantFrom(...Array.from('aàâäãåbcçdeéèêfgiïjkñoòpßrsštuüvyzжиёґ')),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const folded = foldName(words.join(' '));
        expect(foldName(folded.join(' '))).toEqual(folded);
        expect(foldName([...words].reverse().join('-'))).toEqual(folded);
        expect(foldName(words.join(' ').toUpperCase())).toEqual(folded);
        expect(foldName(words.join(' ').normalize('NFD'))).toEqual(folded);
      }),
    );
  });
});

test('a birth date has a year, and a month with its day', () => {
  expect(birthParts('1990-08-07')).toEqual({ year: '1990', monthDay: '08-07' });
});

test('Mexico’s old and new mobile numbers end alike', () => {
  expect(phoneTail('+5215512345678')).toBe('12345678');
  expect(phoneTail('+525512345678')).toBe('12345678');
});
