import type { Rule } from '../rule.ts';

export const duplicateKey: Rule = {
  name: 'duplicate-key',
  why: 'Only the last of two texts with one key is shown; the other is lost without a word.',
  look: ({ catalogs, words }) =>
    [...catalogs, ...words].flatMap(({ file, flaws }) =>
      flaws
        .filter(({ kind }) => kind === 'duplicate')
        .map(({ key, line, found }) => ({
          file,
          line,
          key,
          message: 'The same key stands twice in one group.',
          expected: `"${found}" once`,
          found: `"${found}" again`,
          fix: 'Keep the right text and delete the other line.',
        })),
    ),
};
