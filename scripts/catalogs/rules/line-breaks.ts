import type { Rule } from '../rule.ts';
import { inEachPair } from '../texts.ts';

export const lineBreaks: Rule = {
  name: 'line-breaks',
  why: 'An e-mail is read by its paragraphs: one sticks to another, or falls apart.',
  look: (tree) =>
    inEachPair(tree, ({ own, source }) => {
      if (own.page !== undefined) return [];
      const [expected, found] = [source, own].map(({ spoken: [text = ''] }) => text.match(/\n+/g) ?? []);
      if (!expected || !found || expected.join() === found.join()) return [];
      return [
        {
          message: 'Other lines or paragraphs than in the source.',
          expected: `${expected.length + 1}`,
          found: `${found.length + 1}`,
          fix: 'Put \\n where the source has it.',
        },
      ];
    }),
};
