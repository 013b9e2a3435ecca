import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { pluralFormsOf } from '../plurals.ts';
import { formNamesOf, joinedPlural, messageOfForms, pluralChoice, splitPlural } from './plural-message.ts';

const fourteen = ['en', 'es', 'ht', 'ru', 'pt-BR', 'fr', 'zh-Hans', 'uk', 'hy', 'ky', 'uz-Latn', 'tg', 'ar', 'tr'];

test.each(fourteen)('gettext chooses in %s the form that CLDR has', (locale) => {
  const choice = pluralChoice(locale) ?? '';
  // The rule is C; of what stands in it JavaScript knows all, and a comparison there is 0 or 1, too.
  const chosen = (n: number) => Number(runInNewContext(choice, { n }));
  const names = formNamesOf(locale);
  const forms = pluralFormsOf(locale) ?? [
    { name: '=1', numbers: [1] },
    { name: 'other', numbers: [0, 2, 3, 100] },
  ];
  const wrong = forms.flatMap(({ name, numbers }) =>
    numbers
      .filter((number) => number < 1_000_000 && names[chosen(number)] !== name)
      .map((number) => `${number} ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('only a message that is one plural, written as everywhere, travels in forms', () => {
  const whole = '{count, plural, one {{n} day} other {<b>{n}</b> days}}';
  expect(splitPlural(whole)?.forms).toEqual(
    new Map([
      ['one', '{n} day'],
      ['other', '<b>{n}</b> days'],
    ]),
  );
  expect(joinedPlural(splitPlural(whole) ?? { argument: '', forms: new Map() })).toBe(whole);
  for (const other of [
    `${whole} left`,
    whole.replace('plural, ', 'plural,'),
    '{a}',
    'a',
    '{n, selectordinal, other {a}}',
    '{',
    whole.replace('one', 'offset:1 one'),
  ])
    expect(splitPlural(other), other).toBeUndefined();
});

test('a form that did not come back is missing, never another form’s text', () => {
  expect(messageOfForms(['a', 'b', '', 'd'], 'count', 'ru')).toBe('{count, plural, one {a} few {b} other {d}}');
  expect(messageOfForms(['', '', '', ''], 'count', 'ru')).toBe('');
});
