import { withExceptions } from '../exceptions.ts';
import type { Rule } from '../rule.ts';
import { inEachPair } from '../texts.ts';

/** One form of a message is enough: a plural whose `other` nobody translated. */
export const identical: Rule = withExceptions({
  name: 'identical',
  why: 'The text was copied and never translated: a person meets English on a page in her language.',
  look: (tree) =>
    inEachPair(tree, ({ own, source }) => {
      const english = new Set(source.spoken.map(folded));
      return own.spoken
        .filter((spoken) => hasWords(spoken) && english.has(folded(spoken)))
        .map((spoken) => ({
          message: 'The same as the source.',
          expected: `words of ${own.locale}`,
          found: spoken,
          fix: 'Translate it; if it is the same word in both, say so in scripts/catalogs/exceptions/identical.json.',
        }));
    }),
});

function folded(text: string): string {
  return text.trim().toLowerCase();
}

function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replace(/\{[^}]*\}/g, ''));
}
