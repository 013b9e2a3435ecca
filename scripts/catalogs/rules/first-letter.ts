import { withExceptions } from '../exceptions.ts';
import type { Rule } from '../rule.ts';
import { inEachPair } from '../texts.ts';

export const firstLetter: Rule = withExceptions({
  name: 'first-letter',
  why: 'A button or a sentence with a small letter looks like a piece of another, and the other way round.',
  look: (tree) =>
    inEachPair(tree, ({ own, source }) => {
      const expected = caseOf(source.spoken[0] ?? '');
      const found = caseOf(own.spoken[0] ?? '');
      if (expected === undefined || found === undefined || expected === found) return [];
      return [{ message: 'It begins with another kind of letter than the source.', expected, found }];
    }),
});

/** Nothing where the first sign is a number or an argument, or the script has one kind of letter only. */
function caseOf(text: string): string | undefined {
  const first = /^[\s¿¡“‘«„(]*(.)/u.exec(text)?.[1] ?? '';
  if (/\p{Lu}/u.test(first)) return 'a capital letter';
  return /\p{Ll}/u.test(first) ? 'a small letter' : undefined;
}
