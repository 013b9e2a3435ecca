import type { Sample } from '../samples.ts';

/** A flaw in the sample of a language that is not one of launch. */
export type OtherLanguageFlaw = {
  readonly locale: 'ar' | 'zh-Hans';
  readonly rule: string;
  readonly flaw: string;
  readonly key: keyof Sample;
  readonly change: readonly [string, string];
};

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

const flawOf =
  (locale: OtherLanguageFlaw['locale']) =>
  ([rule, flaw, key, ...change]: Change): OtherLanguageFlaw => ({ locale, rule, flaw, key, change });

export const otherLanguageFlaws = [...arabic.map(flawOf('ar')), ...chinese.map(flawOf('zh-Hans'))];
