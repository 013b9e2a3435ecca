import { excepting } from '../exceptions.ts';
import { glossaryOf, type Term } from '../glossary.ts';
import { translatedTerms } from '../glossary-places.ts';
import { kept, keptByName } from '../kept.ts';
import { folded } from '../languages/folding.ts';
import { phraseFinder, type Sought } from '../phrase-finder.ts';
import type { Rule } from '../rule.ts';

export const glossaryForbidden: Rule = {
  name: 'glossary-forbidden',
  why: 'The word has another meaning: a person would look for a harbor, a lottery or a password.',
  look(tree) {
    // A small tree of a test has no glossary, and no need of its exceptions.
    if (glossaryOf(tree).length === 0) return [];
    const told = translatedTerms(tree).flatMap(({ prose: { locale, file, line, key }, terms, rows }) => {
      const finder = finderOf(glossaryOf(tree), locale);
      const found = new Map(rows.flatMap((row) => finder(row, terms)).map((each) => [each.term.key, each]));
      return [...found.values()].map(({ term, words }) => ({
        file,
        line,
        key,
        message: `A word that the glossary forbids for “${term.key}”.`,
        expected: term.renderings.get(locale)?.use ?? '',
        found: words,
        fix: `Use the word of locales/glossary.json. Does the English mean something else? Add its phrase to “otherwise” of ${term.key}.`,
      }));
    });
    return excepting(tree, 'glossary-forbidden', told);
  },
};

type Finder = (
  row: readonly string[],
  terms: readonly Term[],
) => readonly { readonly term: Term; readonly words: string }[];

/**
 * Forbidden words of these terms that aren't part of a right rendering of any of them, or of a longer one of any term:
 * `lugar en la fila` is right wherever it stands. A forbidden word without its accents is forbidden too. One that is the
 * right word without its accents is left to `accent-variants`: `imel`, `imèl`.
 */
const finderOf = keptByName((all: readonly Term[], locale): Finder => {
  const bare = (words: readonly string[]) => words.map((word) => folded(word, locale));
  const forbidden = soughtOf(all, locale, 'forbidden').filter(
    ({ phrase, about }) =>
      !about.renderings.get(locale)?.right.some((right) => bare(right).join(' ') === bare(phrase).join(' ')),
  );
  const hasAccents = ({ phrase }: Sought<Term>) => bare(phrase).join(' ') !== phrase.join(' ');
  const exact = phraseFinder(
    forbidden.filter((sought) => !hasAccents(sought)),
    locale,
  );
  const accented = phraseFinder(
    forbidden.filter(hasAccents).map(({ phrase, about }) => ({ phrase: bare(phrase), about })),
    locale,
  );
  const right = phraseFinder(soughtOf(all, locale, 'right'), locale);
  const spotsIn = kept((row: readonly string[]) => ({
    wrong: [...exact(row), ...accented(bare(row))],
    right: right(row),
  }));
  return (row, terms) => {
    const spots = spotsIn(row);
    const isPartOf = (
      spot: { readonly from: number; readonly to: number; readonly about: Term },
      from: number,
      to: number,
    ) => spot.from < to && from < spot.to && (terms.includes(spot.about) || spot.to - spot.from > to - from);
    return spots.wrong
      .filter(({ about }) => terms.includes(about))
      .filter(({ from, to }) => !spots.right.some((spot) => isPartOf(spot, from, to)))
      .map(({ about, from, to }) => ({ term: about, words: row.slice(from, to).join(' ') }));
  };
});

function soughtOf(terms: readonly Term[], locale: string, which: 'right' | 'forbidden'): readonly Sought<Term>[] {
  return terms.flatMap((about) => (about.renderings.get(locale)?.[which] ?? []).map((phrase) => ({ phrase, about })));
}
