import { expect, test } from 'vitest';
import { nameInFull } from './name-in-full.ts';

test.each([
  ['given names come first', { given: 'Marie-Flore', family: 'Désir' }, 'Marie-Flore Désir'],
  ['also in other scripts', { given: 'فاطمة', family: 'الزهراء' }, 'فاطمة الزهراء'],
  ['in Chinese letters the family comes first, without a space', { given: '小明', family: '王' }, '王小明'],
  ['in Korean ones, too', { given: '민준', family: '김' }, '김민준'],
  ['with a Latin name beside Chinese letters it is as in Latin', { given: 'David', family: '王' }, 'David 王'],
  ['of one name there is that one', { given: 'Sita', family: '' }, 'Sita'],
  ['of a family name alone that', { given: '', family: '王' }, '王'],
  ['of none nothing', { given: '', family: '' }, ''],
])('%s', (_title, { given, family }, name) => {
  expect(nameInFull(given, family)).toBe(name);
});
