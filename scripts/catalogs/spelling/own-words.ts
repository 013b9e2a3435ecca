import type { Vocabulary, Word } from '../vocabulary.ts';
import { slipBetween } from './slip.ts';

export type Suspicion = { readonly alone: Word; readonly usual: Word };

type Letters = {
  /** A slip in a shorter word mostly makes another right one. */
  readonly fewest: number;
  /** So many at the end, in which right forms of a word differ. */
  readonly ending: number;
};

/** Words of Haitian Creole have no endings. */
const letters: Readonly<Record<string, Letters>> = {
  ht: { fewest: 4, ending: 0 },
  hy: { fewest: 5, ending: 3 },
  ky: { fewest: 5, ending: 3 },
  tg: { fewest: 5, ending: 3 },
  'uz-Latn': { fewest: 5, ending: 3 },
  ar: { fewest: 5, ending: 3 },
};
/** Texts that have a word which is taken to be right. */
const fewestTexts = 3;

/**
 * In languages without a dictionary the texts are the dictionary: a word of one text alone that is one slip away from
 * a word of many. The first letter and the endings don't count. It finds a misspelled frequent word, and no other.
 */
export function suspiciousWords({ words }: Vocabulary, locale: string): readonly Suspicion[] {
  const own = letters[locale];
  if (!own) return [];
  const long = [...words.values()].filter(({ word }) => word.length >= own.fewest);
  const usual = long.filter(({ count }) => count >= fewestTexts);
  return long
    .filter(({ count, places }) => count === 1 && places.some(({ kind }) => kind !== 'name'))
    .flatMap((alone) => {
      const near = usual
        .filter(({ word }) => {
          const slip = slipBetween(alone.word, word);
          return slip !== undefined && slip > 0 && slip < alone.word.length - own.ending;
        })
        .sort((one, other) => other.count - one.count)[0];
      return near ? [{ alone, usual: near }] : [];
    });
}
