import { expect, test } from 'vitest';
import { languagesInList } from './languages-in-list.ts';

test.each([
  ['ru', ['Французский', 'Волоф', 'Испанский'], ['Французский', 'волоф', 'испанский']],
  ['es', ['Francés', 'Wólof'], ['Francés', 'wólof']],
  ['en', ['French', 'Wolof'], ['French', 'Wolof']],
  ['tr', ['Fransızca', 'İngilizce'], ['Fransızca', 'İngilizce']],
] as const)('after the first, a language is written as %s writes it in a sentence', (locale, names, written) => {
  expect(languagesInList(names, locale)).toEqual(written);
});
