import { excepting } from '../exceptions.ts';
import { glossaryOf, type Term } from '../glossary.ts';
import { translatedTerms } from '../glossary-places.ts';
import { kept, keptByName } from '../kept.ts';
import { folded } from '../languages/folding.ts';
import { phraseFinder } from '../phrase-finder.ts';
import type { Rule } from '../rule.ts';

export const glossaryTerm: Rule = {
  name: 'glossary-term',
  why: 'Who reads one word on this page and another on the next takes them for two things.',
  look(tree) {
    // A small tree of a test has no glossary, and no need of its exceptions.
    if (glossaryOf(tree).length === 0) return [];
    const told = translatedTerms(tree).flatMap(({ prose: { locale, file, line, key, texts }, terms, rows }) => {
      const needed = terms.filter(({ everywhere, renderings }) => everywhere && renderings.has(locale));
      if (needed.length === 0) return [];
      const found = new Set(rows.flatMap(finderOf(glossaryOf(tree), locale)));
      return needed
        .filter((term) => !found.has(term.key))
        .map((term) => ({
          file,
          line,
          key,
          message: `The English has the term “${term.key}” of the glossary, and this has not.`,
          expected: term.renderings.get(locale)?.use ?? '',
          found: texts[0] ?? '',
          fix: 'Use the word of locales/glossary.json. Is another one right as well? Add it there under “also”.',
        }));
    });
    return excepting(tree, 'glossary-term', told);
  },
};

/** The keys of the terms that stand in a row of words. */
type Finder = (row: readonly string[]) => readonly string[];

/** A term without its accents is there, and misspelled: `accent-variants` tells that. */
const finderOf = keptByName((glossary: readonly Term[], locale): Finder => {
  const bare = (words: readonly string[]) => words.map((word) => folded(word, locale));
  const find = phraseFinder(
    glossary.flatMap(({ key, renderings }) =>
      (renderings.get(locale)?.right ?? []).map((phrase) => ({ phrase: bare(phrase), about: key })),
    ),
    locale,
  );
  return kept((row) => find(bare(row)).map(({ about }) => about));
});
