import { kept } from './kept.ts';
import { ownProse } from './languages/identify.ts';
import type { Prose } from './prose.ts';
import type { Tree } from './tree.ts';
import { proseAlone, rowOf } from './words.ts';

/** A word of one language as it is written, in small letters, and where it stands. */
export type Word = { readonly word: string; readonly count: number; readonly places: readonly Prose[] };

export type Vocabulary = {
  readonly words: ReadonlyMap<string, Word>;
  /** Two words that stand beside each other with one space between, as `one two`. */
  readonly pairs: ReadonlyMap<string, Word>;
};

/** The words of every language of the tree: a text with branches counts a word once. */
export const vocabularies = kept(
  (tree: Tree): ReadonlyMap<string, Vocabulary> =>
    new Map([...ownProse(tree)].map(([locale, prose]) => [locale, vocabularyOf(prose)] as const)),
);

type Counted = { word: string; count: number; places: Prose[] };

const vocabularyOf = kept((prose: readonly Prose[]): Vocabulary => {
  const words = new Map<string, Counted>();
  const pairs = new Map<string, Counted>();
  for (const place of prose) {
    const own = new Set<string>();
    const ownPairs = new Set<string>();
    for (const text of place.texts) {
      for (const run of proseAlone(text).split(/[^\p{L}\p{M}'’ʼʻ‘\- ]+/u)) {
        const found = rowOf(run);
        found.forEach((word, index) => {
          own.add(word);
          const next = found[index + 1];
          if (next !== undefined) ownPairs.add(`${word} ${next}`);
        });
      }
    }
    for (const word of own) count(words, word, place);
    for (const pair of ownPairs) count(pairs, pair, place);
  }
  return { words, pairs };
});

function count(counts: Map<string, Counted>, word: string, place: Prose): void {
  const counted = counts.get(word);
  if (counted) {
    counted.count += 1;
    counted.places.push(place);
  } else counts.set(word, { word, count: 1, places: [place] });
}
