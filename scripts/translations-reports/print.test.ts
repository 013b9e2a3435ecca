import { expect, test } from 'vitest';
import { printed } from './print.ts';

const report = {
  locale: 'ht',
  screen: 'register/name',
  words: ['Kijan ou rele?'],
  remark: '',
  times: 1,
  at: '2027-03-10T20:00:00.000Z',
  texts: [],
  picture: null,
};

test('reports are read by language and page', () => {
  const more = {
    ...report,
    words: ['Non'],
    remark: 'Pa\nbon',
    times: 3,
    texts: [{ key: 'register.name.label', file: 'locales/ht/register.json' }],
  };
  const unknown = {
    ...report,
    locale: 'ru',
    screen: '',
    words: [],
    remark: 'a\u001b[31m',
    picture: 'docs/screens/x.webp',
  };
  expect(printed([report, more, unknown])).toBe(`ht
  register/name
    Kijan ou rele?
      2027-03-10
    Non
      remark: Pa
      bon
      register.name.label in locales/ht/register.json
      2027-03-10, told 3 times

ru
  a page that is not known  (docs/screens/x.webp)
    (no words)
      remark: a\uFFFD[31m
      2027-03-10
`);
  expect(printed([])).toBe('Nobody has told of wrong words.\n');
});
