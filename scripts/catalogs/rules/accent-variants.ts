import { glossaryOf } from '../glossary.ts';
import { grouped } from '../grouped.ts';
import { folded } from '../languages/folding.ts';
import { kreyolFlaw } from '../languages/kreyol.ts';
import { areDifferentWords } from '../languages/pairs.ts';
import type { Rule } from '../rule.ts';
import type { Tree } from '../tree.ts';
import { vocabularies, type Word } from '../vocabulary.ts';

export const accentVariants: Rule = {
  name: 'accent-variants',
  why: 'One word in two spellings: one of them is misspelled, and is read aloud and searched for in vain.',
  look: (tree) =>
    [...vocabularies(tree)].flatMap(([locale, { words }]) =>
      [...grouped([...spelled(words, locale), ...termsOf(tree, locale)], ({ word }) => folded(word, locale)).values()]
        .filter((spellings) => spellings.length > 1)
        .filter(
          (spellings) =>
            !areDifferentWords(
              spellings.map(({ word }) => word),
              locale,
            ),
        )
        .flatMap((spellings) => {
          const [usual, ...others] = spellings.toSorted(
            (one, other) => likelier(other, locale) - likelier(one, locale),
          );
          return others.flatMap(({ word, places }) =>
            places.slice(0, most).map(({ file, line, key }) => ({
              file,
              line,
              key,
              message: `A word that is spelled in another way ${usual?.places.length === 0 ? 'in the glossary' : `elsewhere (texts: ${usual?.count ?? 0})`}.`,
              expected: usual?.word ?? '',
              found: word,
              fix: 'Spell it alike. Are they two words? Add them to scripts/catalogs/languages/pairs.ts.',
            })),
          );
        }),
    ),
};

const most = 5;

/** Letters that Kreyòl has not are told by `kreyol-spelling`. */
function spelled(words: ReadonlyMap<string, Word>, locale: string): readonly Word[] {
  return [...words.values()].filter(({ word }) => locale !== 'ht' || kreyolFlaw(word) === undefined);
}

/** The words of the glossary, where no text has them with these accents: they are right though nobody uses them. */
function termsOf(tree: Tree, locale: string): readonly Word[] {
  const known = vocabularies(tree).get(locale)?.words;
  const words = glossaryOf(tree).flatMap(({ renderings }) => renderings.get(locale)?.right.flat() ?? []);
  return [...new Set(words)]
    .filter((word) => known?.has(word) !== true)
    .map((word) => ({ word, count: Number.MAX_SAFE_INTEGER, places: [] }));
}

/** Which spelling is right: that of more texts; of two as frequent ones that with the accents. */
function likelier({ word, count }: Word, locale: string): number {
  return count + (word === folded(word, locale) ? 0 : 0.5);
}
