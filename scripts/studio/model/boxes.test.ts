import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMessage } from '../../catalogs/icu.ts';
import { variantsOf } from '../../catalogs/variants.ts';
import { boxesOf, choiceOf, filledBoxes, messageOf, numbersOf, writtenMessage } from './boxes.ts';

const people = '{count, plural, one {{countText} person} other {{countText} people}}';

function namesOf(source: string, { target = '', locale = 'ru' } = {}): readonly string[] {
  return boxesOf({ source, target, locale }).boxes.map(({ name }) => name);
}

describe('a box for each form', () => {
  test.each([
    ['Russian has four', 'ru', ['one', 'few', 'many', 'other']],
    ['Spanish two, for nobody counts millions', 'es', ['one', 'other']],
    ['Arabic six', 'ar', ['zero', 'one', 'two', 'few', 'many', 'other']],
    ['Haitian Creole one and the rest', 'ht', ['=1', 'other']],
    ['Chinese one', 'zh-Hans', ['other']],
  ])('%s', (_title, locale, names) => {
    expect(namesOf(people, { locale })).toEqual(names);
  });

  test('a form that the text has already stays, also one that the language does without', () => {
    const target = '{count, plural, one {Una} many {De}  other {Unas}}';
    expect(namesOf(people, { target, locale: 'es' })).toEqual(['one', 'many', 'other']);
  });

  test('=0 of the English is asked for as well, before all others', () => {
    const source = '{count, plural, =0 {Nobody} one {One} other {{countText}}}';
    expect(namesOf(source)).toEqual(['=0', 'one', 'few', 'many', 'other']);
    const arabic = boxesOf({ source, target: '', locale: 'ar' }).boxes;
    expect(arabic.filter(({ isNeeded }) => !isNeeded).map(({ name }) => name)).toEqual(['=0']);
  });

  test('words around a plural go into each form', () => {
    expect([...(choiceOf('You have {n, plural, one {a day} other {{d} days}} left.')?.forms ?? [])]).toEqual([
      ['one', 'You have a day left.'],
      ['other', 'You have {d} days left.'],
    ]);
  });

  test('a select has a box for each option', () => {
    expect(namesOf('{sex, select, female {she} other {they}}')).toEqual(['female', 'other']);
  });

  test.each([
    ['two choices', '{a, plural, one {x} other {y}} {b, plural, one {x} other {y}}'],
    ['one choice inside of another', '{a, select, x {{b, plural, one {x} other {y}}} other {z}}'],
    ['places in a row (first, second)', '{a, selectordinal, one {#st} other {#th}}'],
    ['a number sign outside of the plural', '# {a, plural, one {x} other {y}}'],
    ['a message that is broken', '{a, plural, one {x}'],
  ])('%s are written whole', (_title, message) => {
    expect(boxesOf({ source: message, target: message, locale: 'ru' }).choice).toBeUndefined();
  });

  test('a translation that needs no forms has one box, and gets forms when its translator wants them', () => {
    const question = { source: people, target: '{countText} moun', locale: 'ht' };
    expect(boxesOf(question).boxes.map(({ text }) => text)).toEqual(['{countText} moun']);
    expect(boxesOf({ ...question, wish: 'forms' }).boxes.map(({ name, text }) => [name, text])).toEqual([
      ['=1', '{countText} moun'],
      ['other', '{countText} moun'],
    ]);
  });

  test('example numbers are those that CLDR has for the form', () => {
    expect(numbersOf('few', 'ru')).toEqual([2, 3, 4, 22, 23]);
    expect(numbersOf('=1', 'ht')).toEqual([1]);
    expect(numbersOf('other', 'ru')).toEqual([]);
  });
});

describe('the message of the boxes', () => {
  test('is the old one, letter by letter, where nobody wrote anything', () => {
    const target = 'Осталось {n, plural, one {{d} день} few {{d} дня} many {{d} дней} other {{d} дня}}';
    const opened = boxesOf({ source: people, target, locale: 'ru' });
    const texts = new Map(opened.boxes.map(({ name, text }) => [name, text]));
    expect(writtenMessage(opened, { target, texts })).toBe(target);
  });

  test('has all that somebody wrote, also where the text got another shape meanwhile', () => {
    const texts = new Map([
      ['one', 'a'],
      ['many', 'b'],
      ['other', 'c'],
    ]);
    const theirs = boxesOf({ source: people, target: '{count, plural, one {x} other {y}}', locale: 'es' });
    expect(filledBoxes(theirs, texts).boxes.map(({ name, text }) => [name, text])).toEqual([
      ['one', 'a'],
      ['other', 'c'],
      ['many', 'b'],
    ]);
    const whole = boxesOf({ source: 'A word', target: 'Una palabra', locale: 'es' });
    expect(filledBoxes(whole, texts).boxes.map(({ text }) => text)).toEqual(['a\nb\nc']);
  });

  test('leaves out a form without words, for the check to tell', () => {
    expect(
      messageOf({
        kind: 'plural',
        argument: 'n',
        forms: new Map([
          ['one', 'a'],
          ['few', ' '],
          ['other', 'b'],
        ]),
      }),
    ).toBe('{n, plural, one {a} other {b}}');
  });

  test('says the same as before it was taken apart', () => {
    const words = fc.stringMatching(/^[a-z ]{0,8}$/);
    fc.assert(
      fc.property(words, words, fc.record({ one: words, few: words, other: words }), (before, after, forms) => {
        const inside = Object.entries(forms).map(([name, text]) => `${name} {x${text}}`);
        const message = `${before}{n, plural, ${inside.join(' ')}}${after}`;
        const choice = choiceOf(message);
        expect(choice).toBeDefined();
        if (!choice) return;
        expect(variantsOf(messageOf(choice))).toEqual(variantsOf(message));
        expect(readMessage(messageOf(choice)).ok).toBe(true);
      }),
    );
  });
});
