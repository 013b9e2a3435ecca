import { withExceptions } from '../exceptions.ts';
import type { Rule } from '../rule.ts';
import { inEachPair } from '../texts.ts';
import { writingOf } from '../writing.ts';

export const endPunctuation: Rule = withExceptions({
  name: 'end-punctuation',
  why: 'A question without its mark reads as a statement, and a label with a full stop as a sentence.',
  look: (tree) =>
    inEachPair(tree, ({ own, source }) => {
      const expected = endOf(source.spoken[0] ?? '');
      const found = endOf(own.spoken[0] ?? '');
      const right = writingOf(own.locale).ends[expected] ?? [expected];
      if (right.includes(found)) return [];
      return [
        {
          message: 'It ends with another mark than the source.',
          expected: right.at(-1) ?? '',
          found,
        },
      ];
    }),
});

/** The mark at the end, in front of brackets and quotation marks that close there. */
function endOf(text: string): string {
  return /([.?!:;,…。？！：；，、؟؛،։՝])?[\s)\]”’»“（）]*$/u.exec(text)?.[1] ?? '';
}
