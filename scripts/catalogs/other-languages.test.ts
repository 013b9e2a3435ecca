import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rules } from '../catalogs-check.ts';
import { findingsOf } from './rule.ts';
import { writeCleanTree } from './testing/clean-tree.ts';
import { withLanguage } from './testing/other-language.ts';
import { type Sample, samples } from './testing/samples.ts';
import { readTree, type Tree } from './tree.ts';

let root = '';
let tree: Tree;
beforeAll(() => {
  root = writeCleanTree();
  const whole = readTree(root);
  // The rest would be looked at once a test, for nothing.
  tree = {
    ...whole,
    catalogs: whole.catalogs.filter(({ file }) => file === 'locales/en/sample.json'),
    words: [],
    contents: new Map(),
    uses: [],
  };
});
afterAll(() => rmSync(root, { recursive: true }));

/** Rules that find something in one more language, `rule:line` each. */
function foundIn(locale: string, messages: Partial<Sample>): readonly string[] {
  const found = findingsOf(rules, withLanguage(tree, locale, messages));
  return found
    .filter(({ file }) => file === `locales/${locale}/sample.json`)
    .map(({ rule, line }) => `${rule}:${line}`);
}

test.each(['ar', 'zh-Hans'] as const)('the right texts of %s have no findings', (locale) => {
  expect(foundIn(locale, samples[locale])).toEqual([]);
});

type Change = readonly [rule: string, flaw: string, key: keyof Sample, from: string, to: string];

const arabic: readonly Change[] = [
  ['plural-forms', 'without few', 'people', ' few {{countText} أشخاص}', ''],
  ['plural-forms', 'without two', 'people', ' two {شخصان}', ''],
  [
    'plural-number',
    'a form for many numbers without its number',
    'people',
    'many {{countText} شخصًا}',
    'many {أشخاص كثيرون}',
  ],
  ['arguments', 'an argument left out', 'greeting', ' {name}', ''],
  ['identical', 'a text that was copied', 'title', 'مكانك', 'Your place'],
  ['marks', 'a Latin comma', 'letter', 'example.org،', 'example.org,'],
  ['marks', 'a Latin question mark', 'letter', '(وليس بعدها)', '(أين?)'],
  ['pairs', 'a quotation mark that is not closed', 'letter', '«السماح»', '«السماح'],
  ['numbers', 'another hour', 'letter', '11:00', '10:00'],
  ['addresses', 'a digit turned', 'letter', '0199', '0991'],
  ['tags', 'a link without words', 'rich', '<link>الشروط</link>', 'الشروط<link></link>'],
  ['end-punctuation', 'a question mark that the source has not', 'title', 'مكانك', 'مكانك؟'],
  ['white-space', 'a space before an Arabic comma', 'letter', 'example.org، أو', 'example.org وأيضًا ، أو'],
  ['invisible', 'an isolate that does not end', 'letter', '+1 555', '\u2066+1 555'],
  ['invisible', 'an override', 'title', 'مكانك', '\u202Eمكانك\u202C'],
  ['letters', 'a Russian letter', 'title', 'مكانك', 'مكانك я'],
  ['repeated-word', 'a word twice', 'rich', 'اقرأ ', 'اقرأ اقرأ '],
  ['line-breaks', 'a paragraph lost', 'letter', '\n\n', ' '],
];

const chinese: readonly Change[] = [
  ['plural-forms', 'a form that Chinese has not', 'people', 'other {', 'one {{countText}人} other {'],
  ['identical', 'a text that was copied', 'title', '您的名额', 'Your place'],
  ['marks', 'a Latin comma', 'greeting', '，', ','],
  ['marks', 'a Latin full stop', 'letter', '“允许”。', '“允许”.'],
  ['marks', 'Latin brackets', 'letter', '（不要更晚）', '(不要更晚)'],
  ['white-space', 'a space between signs', 'title', '您的名额', '您的 名额'],
  ['pairs', 'a bracket that is not closed', 'letter', '（不要更晚）', '（不要更晚'],
  ['repeated-word', 'a sign twice', 'title', '您的名额', '您的的名额'],
  ['numbers', 'another hour', 'letter', '11:00', '1:00'],
  ['addresses', 'a mail address translated', 'letter', 'help@example.org', 'bangzhu@example.org'],
  [
    'tags',
    'a link beside what it was inside of',
    'nested',
    '<bold>请阅读<link>本页</link></bold>',
    '<bold>请阅读</bold><link>本页</link>',
  ],
  ['end-punctuation', 'a full stop that the source has not', 'title', '您的名额', '您的名额。'],
  ['exact-forms', 'a sentence for nobody left out', 'nobody', '=0 {没有人在等} ', ''],
  ['broken-letters', 'an entity', 'title', '您的名额', '您的&nbsp;名额'],
  ['letters', 'a letter of another script', 'title', '您的名额', '您的名额のа'],
];

test.each([
  ...arabic.map((change) => ['ar', ...change] as const),
  ...chinese.map((change) => ['zh-Hans', ...change] as const),
])('in %s %s finds %s, and no other rule does', (...[locale, rule, , key, from, to]) => {
  const right: Sample = samples[locale];
  expect(right[key]).toContain(from);
  const found = foundIn(locale, { ...right, [key]: right[key].replace(from, to) });
  expect(new Set(found.map((each) => each.split(':')[0]))).toEqual(new Set([rule]));
});

const elsewhere: readonly (readonly [locale: string, rule: string, right: Partial<Sample>, wrong: Partial<Sample>])[] =
  [
    ['fr', 'no-break-space', { title: 'Votre place\u00A0: ici' }, { title: 'Votre place : ici' }],
    ['fr', 'no-break-space', { rich: 'Lisez «\u00A0<link>ceci</link>\u00A0»' }, { rich: 'Lisez «<link>ceci</link>»' }],
    ['fr', 'no-break-space', { title: 'Votre place\u202F! Ici' }, { title: 'Votre place! Ici' }],
    [
      'fr',
      'plural-number',
      { people: '{count, plural, one {{countText} personne} other {{countText} personnes}}' },
      { people: '{count, plural, one {une personne} other {{countText} personnes}}' },
    ],
    [
      'fr',
      'accent-variants',
      { title: 'La place est là', greeting: 'Bonjour {name}, l’école l’a donnée' },
      { title: 'L’école est là', greeting: 'Bonjour {name}, l’ecole l’a donnée' },
    ],
    ['uk', 'letters', { title: 'Ваше місце' }, { title: 'Ваше мѣсце' }],
    ['uk', 'letters', { title: 'Ваше місце' }, { title: 'Ваше мicце' }],
    [
      'uk',
      'plural-forms',
      {
        people:
          '{count, plural, one {{countText} особа} few {{countText} особи} many {{countText} осіб} other {{countText} особи}}',
      },
      { people: '{count, plural, one {{countText} особа} few {{countText} особи} other {{countText} осіб}}' },
    ],
    ['hy', 'marks', { rich: 'Կարդացեք <link>սա՞</link>' }, { rich: 'Կարդացեք <link>սա</link>? Ոչ' }],
    ['hy', 'letters', { title: 'Ձեր տեղը' }, { title: 'Ձեր տեղo' }],
    ['ky', 'letters', { title: 'Сиздин орун' }, { title: 'Сиздин ўрун' }],
    [
      'ky',
      'plural-forms',
      { people: '{count, plural, one {{countText} киши} other {{countText} киши}}' },
      { people: '{count, plural, one {{countText} киши} few {{countText} киши} other {{countText} киши}}' },
    ],
    ['uz-Latn', 'marks', { title: 'Sizning oʻrningiz' }, { title: 'Sizning o‘rningiz' }],
    ['tg', 'letters', { title: 'Ҷойи шумо' }, { title: 'Џойи шумо' }],
    [
      'tg',
      'plural-forms',
      { people: '{count, plural, other {{countText} нафар}}' },
      { people: '{count, plural, one {{countText} нафар} other {{countText} нафар}}' },
    ],
    ['tr', 'letters', { title: 'Sizin yeriniz: İşte' }, { title: 'Sizin yeriniz: Ișțe' }],
  ];

test.each(elsewhere)(
  'in %s %s finds what is wrong, and nothing in what is right',
  (...[locale, rule, right, wrong]) => {
    expect(foundIn(locale, right).filter((each) => !each.startsWith('end-'))).toEqual([]);
    expect(
      foundIn(locale, wrong)
        .map((each) => each.split(':')[0])
        .filter((each) => !each?.startsWith('end-')),
    ).toEqual([rule]);
  },
);
