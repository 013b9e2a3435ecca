import { withExceptions } from '../exceptions.ts';
import type { Rule } from '../rule.ts';
import { type Flaw, inEachPair } from '../texts.ts';
import { writingOf } from '../writing.ts';

/** Signs that there is room for, `{name}` among them; keys by their end. A button is two lines on 320 pixels. */
const budgets: readonly (readonly [key: RegExp, signs: number, where: string])[] = [
  [/(?:^|\.)button$/, 60, 'a button on a small phone'],
  [/^notice\..*\.subject$/, 78, 'the subject of an e-mail'],
  [/^staff\.menu\./, 32, 'the menu'],
];

/**
 * A short text may grow to several times its length (W3C, Text size in translation: up to 10 signs by 200 to 300 %), a
 * long one by half. What is far beyond was mixed up with another text; what is far below has lost a sentence.
 */
export const length: Rule = withExceptions({
  name: 'length',
  why: 'The text does not fit where it stands, or belongs to another key.',
  look: (tree) =>
    inEachPair(tree, ({ own, source }) => {
      const [text = ''] = own.spoken;
      const [original = ''] = source.spoken;
      const budget = budgets.find(([key]) => key.test(own.key));
      return [
        ...(budget && text.length > budget[1]
          ? [flaw(`Too long for ${budget[2]}.`, `${budget[1]} signs at most`, text)]
          : []),
        ...growthFlaws(text, original, writingOf(own.locale).wordsApart),
      ];
    }),
});

function growthFlaws(text: string, original: string, wordsApart: boolean): readonly Flaw[] {
  const most = original.length * 2 + 30;
  // Chinese needs a third of the signs that English needs.
  const least = original.length < 40 ? 1 : Math.floor(original.length * (wordsApart ? 0.4 : 0.12));
  if (text.length > most) return [flaw('Much longer than the source.', `${most} signs at most`, text)];
  return text.length < least ? [flaw('Much shorter than the source.', `${least} signs at least`, text)] : [];
}

function flaw(message: string, expected: string, text: string): Flaw {
  return { message, expected, found: `${text.length}: ${text}` };
}
