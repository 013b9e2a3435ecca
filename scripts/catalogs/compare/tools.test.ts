import { expect, test } from 'vitest';
import { toldBy as toldByEloqnt } from './eloqnt.ts';
import { toldBy as toldByFormatjs } from './formatjs.ts';
import { toldBy as toldByI18nCheck } from './i18n-check.ts';

// What the tools print, as they printed it.

test('formatjs: keys below a heading, sources that cannot be parsed, files that cannot be read', () => {
  const printed = `---------------------------------
Missing translation keys for locale ht:
start
start.title
---------------------------------
Extra translation keys for locale es:
start.titel
---------------------------------
These translation keys for locale zh-Hans are structurally different from en:
start.people: Different number of variables: [count, countText] vs [countText]
Error parsing message start.begin Hi {name SyntaxError: EXPECT_ARGUMENT_CLOSING_BRACE
    at parse (formatjs:1:1) {
  originalMessage: 'Hi {name'
}
SyntaxError: ht.json: Expected double-quoted property name in JSON at position 49
`;
  expect(toldByFormatjs(printed)).toEqual([
    { locale: 'ht', area: 'start', key: '', what: 'Missing key' },
    { locale: 'ht', area: 'start', key: 'title', what: 'Missing key' },
    { locale: 'es', area: 'start', key: 'titel', what: 'Extra key' },
    {
      locale: 'zh-Hans',
      area: 'start',
      key: 'people',
      what: 'Different number of variables: [count, countText] vs [countText]',
    },
    { locale: 'en', area: 'start', key: 'begin', what: 'Error parsing message' },
    { locale: 'ht', area: '', key: '', what: 'SyntaxError' },
  ]);
});

test('i18n-check: rows of two tables, and the sentence it ends with', () => {
  const printed = `Found missing keys!
┌───────────────┬─────────────┐
│ file          │ key         │
├───────────────┼─────────────┤
│ ht/start.json │ steps.title │
└───────────────┴─────────────┘
Found invalid keys!
┌──────┬──────────────────────────────────────────┐
│ info │ result                                   │
├──────┼──────────────────────────────────────────┤
│ file │ ar/start.json                            │
│ key  │ people                                   │
│ msg  │ Error in plural: Missing element argument│
└──────┴──────────────────────────────────────────┘
Error in translation file "es/start.json": Failed to parse translation key "begin": UNCLOSED_TAG
`;
  expect(toldByI18nCheck(printed)).toEqual([
    { locale: 'ht', area: 'start', key: 'steps.title', what: 'Missing key' },
    { locale: 'ar', area: 'start', key: 'people', what: 'Error in plural: Missing element argument' },
    { locale: 'es', area: 'start', key: 'begin', what: 'UNCLOSED_TAG' },
  ]);
  expect(toldByI18nCheck('SyntaxError: Unexpected token')).toEqual([
    { locale: '', area: '', key: '', what: 'SyntaxError: Unexpected token' },
  ]);
});

test('eloqnt: issues, and the file it stops at', () => {
  const issue = { locale: 'ht', key: 'start.title', rule: 'missing-translation', message: 'Missing' };
  expect(toldByEloqnt(JSON.stringify([issue]), '')).toEqual([
    { locale: 'ht', area: 'start', key: 'title', what: 'missing-translation: Missing' },
  ]);
  expect(toldByEloqnt('', 'MALFORMED_CATALOG\n\n  messages/pt-BR.json\n')).toMatchObject([
    { locale: 'pt-BR', key: '' },
  ]);
});
