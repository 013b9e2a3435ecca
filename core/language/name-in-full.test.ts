import { expect, test } from 'vitest';
import { nameInFull } from './name-in-full.ts';

test.each([
  ['given names come first', 'Marie-Flore', 'Désir', 'Marie-Flore Désir'],
  ['also in other scripts', 'فاطمة', 'الزهراء', 'فاطمة الزهراء'],
  ['in Chinese letters the family comes first, without a space', '小明', '王', '王小明'],
  ['in Korean ones, too', '민준', '김', '김민준'],
  ['with a Latin name beside Chinese letters it is as in Latin', 'David', '王', 'David 王'],
  ['of one name there is that one', 'Sita', '', 'Sita'],
  ['of a family name alone that', '', '王', '王'],
  ['of none nothing', '', '', ''],
])('%s', (_, givenNames, familyNames, name) => {
  expect(nameInFull(givenNames, familyNames)).toBe(name);
});
