import type { Rule } from '../rule.ts';

export const empty: Rule = {
  name: 'empty',
  why: 'A button or a heading without words says nothing, least of all to someone who listens to the page.',
  look: ({ catalogs, words }) =>
    [...catalogs, ...words].flatMap(({ file, entries }) =>
      entries
        // A space that does not break is the thousands' separator of Russian.
        .filter(({ value }) => value.replaceAll('\u00A0', '.').trim() === '')
        .map(({ key, line, value }) => ({
          file,
          line,
          key,
          message: 'The text is empty.',
          expected: 'words',
          found: JSON.stringify(value),
        })),
    ),
};
