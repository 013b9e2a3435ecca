import { expect, test } from 'vitest';
import type { Translator } from '#app/_i18n/translator.ts';
import { translatedLocales } from '#core/language/locales.ts';
import { say } from '#tests/support/words.ts';
import { entryText } from './problem-text.ts';

/** Labels of fields that ask. */
const questions = [
  'group.split.label',
  'messages.act.label',
  'messages.discreet.label',
  'messages.report.contact',
  'messages.report.where',
  'review.ask.news',
  'review.ask.statement',
  'withdraw.question',
];
/** A colon of any language, also the Armenian one. */
const colons = /[:：՝]/u;

test.each(translatedLocales)(
  'no colon follows a question in the list of what is wrong, and one follows a name (%s)',
  (locale) => {
    const t = ((key: string, values?: Record<string, string>) =>
      say(locale, `problem.${key}`, values)) as Translator<'problem'>;
    const line = (label: string) => entryText(t, { field: 'any', kind: 'missing' }, { label });
    const missing = say(locale, 'problem.field.missing');
    for (const key of questions) {
      const label = say(locale, key);
      const text = line(label);
      expect(text.startsWith(label)).toBe(true);
      expect(text.slice(label.length, -missing.length)).not.toMatch(colons);
    }
    const name = say(locale, 'register.phone.label');
    expect(line(name).slice(name.length, -missing.length)).toMatch(colons);
  },
);
