import { numbersIn } from '../addresses.ts';
import { withExceptions } from '../exceptions.ts';
import type { Rule } from '../rule.ts';
import { inEachPair } from '../texts.ts';

/** Digits only: whether 2 or “two” is better in a language, people decide (an exception says so). */
export const numbers: Rule = withExceptions({
  name: 'numbers',
  why: 'A wrong hour or a wrong number of hours costs a person her place.',
  look: (tree) =>
    inEachPair(tree, ({ own, source }) => {
      const expected = numbersIn(source.spoken[0] ?? '');
      const found = numbersIn(own.spoken[0] ?? '');
      if (expected.join(' ') === found.join(' ')) return [];
      return [
        {
          message: 'Other numbers than in the source.',
          expected: expected.join(' '),
          found: found.join(' '),
        },
      ];
    }),
});
