import type { Rule } from '../rule.ts';

export const jsonSyntax: Rule = {
  name: 'json-syntax',
  why: 'A file that cannot be read takes all its sentences with it.',
  look: ({ catalogs, words }) =>
    [...catalogs, ...words].flatMap(({ file, flaws }) =>
      flaws
        .filter(({ kind }) => kind !== 'duplicate')
        .map(({ kind, key, line, found }) => ({
          file,
          line,
          key,
          message: kind === 'syntax' ? 'The file is not valid JSON.' : 'A message is a text in double quotes.',
          expected: kind === 'syntax' ? '"key": "text" pairs, a comma after each but the last' : '"text"',
          found,
          fix: 'Look at this line and the one before: a quote, a comma or a bracket is missing or left over.',
        })),
    ),
};
