import { sourceLocale } from '#core/language/locales.ts';
import { aboutByKey } from '../about.ts';
import { withExceptions } from '../exceptions.ts';
import type { Rule } from '../rule.ts';
import { type Flaw, inEachPair } from '../texts.ts';
import { messagesOf } from '../tree.ts';
import { writingOf } from '../writing.ts';

/**
 * Signs that there is room for, `{name}` among them, where the description has no `max`; keys by their end. A button is
 * two lines on 320 pixels.
 */
type Budget = { readonly signs: number; readonly where: string };
const budgets: readonly (Budget & { readonly key: RegExp })[] = [
  { key: /(?:^|\.)button$/, signs: 60, where: 'a button on a small phone' },
  { key: /^notice\..*\.subject$/, signs: 78, where: 'the subject of an e-mail' },
  { key: /^staff\.menu\./, signs: 32, where: 'the menu' },
];

/**
 * A short text may grow to several times its length (W3C, Text size in translation: up to 10 signs by 200 to 300 %), a
 * long one by half. What is far beyond was mixed up with another text; what is far below has lost a sentence.
 */
export const length: Rule = withExceptions({
  name: 'length',
  why: 'The text does not fit where it stands, or belongs to another key.',
  look(tree) {
    const abouts = aboutByKey(tree.abouts, [...messagesOf(tree, sourceLocale).keys()]);
    return inEachPair(tree, ({ own, source }) => {
      const [text = ''] = own.spoken;
      const [original = ''] = source.spoken;
      const room = abouts.get(own.key)?.max;
      const budget: Budget | undefined = room
        ? { signs: room, where: 'the place where it stands' }
        : budgets.find(({ key }) => key.test(own.key));
      return [
        ...(budget && text.length > budget.signs
          ? [flaw(`Too many signs for ${budget.where}.`, `≤ ${budget.signs}`, text)]
          : []),
        ...growthFlaws(text, original, writingOf(own.locale).wordsApart),
      ];
    });
  },
});

function growthFlaws(text: string, original: string, wordsApart: boolean): readonly Flaw[] {
  const most = original.length * 2 + 30;
  // Chinese needs a third of the signs that English needs.
  const least = original.length < 40 ? 1 : Math.floor(original.length * (wordsApart ? 0.4 : 0.12));
  if (text.length > most) return [flaw('Many more signs than the source has.', `≤ ${most}`, text)];
  return text.length < least ? [flaw('Far fewer signs than the source has.', `≥ ${least}`, text)] : [];
}

function flaw(message: string, expected: string, text: string): Flaw {
  return { message, expected, found: `${text.length}: ${text}` };
}
