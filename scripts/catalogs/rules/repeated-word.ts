import { withExceptions } from '../exceptions.ts';
import type { Rule } from '../rule.ts';
import { inEachText } from '../texts.ts';

/**
 * Words that may stand twice. Haitian Creole doubles to say “very” (tou tou, piti piti: Valdman, Haitian
 * Creole–English Bilingual Dictionary), and its article can meet its preposition (moun nan nan zòn nan). French and
 * Spanish pronouns meet (vous vous inscrivez). Turkish, Kyrgyz and Armenian double words, too (yavaş yavaş, бара бара).
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  ht: ['tou', 'piti', 'nan', 'la', 'li', 'pou', 'pitit', 'dousman', 'trankil', 'vit', 'menm', 'byen', 'anpil'],
  fr: ['vous', 'nous'],
  tr: ['yavaş', 'tek', 'ayrı', 'sık', 'hemen', 'teker', 'zaman'],
  ky: ['бара', 'өзүнчө', 'бир', 'акырын', 'тез'],
  hy: ['մեկ', 'քիչ', 'արագ'],
  'uz-Latn': ['alohida', 'asta'],
  tg: ['як', 'зуд', 'оҳиста'],
  ar: ['جدا', 'جدًا', 'رويدا'],
};
/** Chinese has no spaces; these are never doubled: 的, 了, 在, 是, 您, 和. */
const chinese = /([的了在是您和])\1/gu;

export const repeatedWord: Rule = withExceptions({
  name: 'repeated-word',
  why: 'A word was typed twice: who listens to the page hears it twice.',
  look: (tree) =>
    inEachText(tree, (spoken, { locale }) => {
      const pattern =
        locale === 'zh-Hans'
          ? chinese
          : /(?<![\p{L}\p{M}\p{N}}])([\p{L}\p{M}]+|\{\w+\})\s+\1(?![\p{L}\p{M}\p{N}{-])/giu;
      return (
        [...spoken.matchAll(pattern)]
          // “A a Z” names letters.
          .filter(([found, word = '']) => word.length > 1 || (found.startsWith(word) && found.endsWith(word)))
          .filter(([, word = '']) => !allowed[locale]?.includes(word.toLowerCase()))
          .map(([found, word = '']) => ({ message: 'The same word twice.', expected: word, found }))
      );
    }),
});
