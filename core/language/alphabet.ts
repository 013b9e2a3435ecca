import type { Locale } from './locales.ts';

/**
 * Alphabets of the languages that `Intl.Collator` doesn't know, for the build to sort drop-downs by. A letter may be
 * several characters. Where a locale isn't here, the build uses `Intl.Collator` of Node, which was found right for it.
 */
export const alphabets: { readonly [Tag in Locale]?: readonly string[] } = {
  // The official alphabet of 1979, and c, q, u, x of foreign names at their usual places.
  ht: 'a an b c ch d e è en f g h i j k l m n ng o ò on ou oun p q r s t u ui v w x y z'.split(' '),
  // The 33 letters of «Український правопис» (2019). `Intl.Collator` puts an apostrophe before all letters: В’єтнам, Вануату.
  uk: Array.from('абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'),
  // The 35 letters of «Қоидаҳои имлои забони тоҷикӣ» (2011). `Intl.Collator` has no Tajik.
  tg: Array.from('абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя'),
};

/**
 * A comparer of words by an alphabet: word by word, letter by letter, then accents, then code points, so that the order
 * is total. `['Chili', 'Kanada', 'Kan']` sorts by `ht` as `Chili`, `Kanada`, `Kan`: the letter `an` comes after `a`.
 */
export function compareBy(alphabet: readonly string[]): (one: string, other: string) => number {
  const readLetter = letterReader(alphabet);
  return (one, other) => {
    const [first, second] = [ranksOf(one, readLetter), ranksOf(other, readLetter)];
    for (let index = 0; index < Math.max(first.length, second.length); index += 1) {
      // An end comes before anything that goes on.
      const difference = (first[index] ?? -1) - (second[index] ?? -1);
      if (difference !== 0) return difference;
    }
    if (one === other) return 0;
    return one < other ? -1 : 1;
  };
}

type Letter = { readonly rank: number; readonly length: number };

const wordBreak = 0;
const vowel = /^[aeèioòuy]/;

function ranksOf(text: string, readLetter: (rest: string) => Letter): readonly number[] {
  const ranks: number[] = [];
  let rest = text.normalize('NFC').toLowerCase();
  while (rest !== '') {
    const letter = readLetter(rest);
    if (letter.rank >= 0) ranks.push(letter.rank);
    rest = rest.slice(letter.length);
  }
  return ranks;
}

function letterReader(alphabet: readonly string[]): (rest: string) => Letter {
  const longestFirst = alphabet
    .map((letter, index) => ({ letter, rank: index + 1 }))
    .sort((a, b) => b.letter.length - a.letter.length);
  return (rest) => {
    const found = longestFirst.find(({ letter }) => rest.startsWith(letter) && !isSplit(letter, rest));
    if (found) return { rank: found.rank, length: found.letter.length };
    const [first = ''] = rest;
    if (/^[\s\p{Pd}]$/u.test(first)) return { rank: wordBreak, length: first.length };
    // An accented letter that the alphabet lacks stands with its plain one; signs don't count.
    const base = longestFirst.find(({ letter }) => letter === first.normalize('NFD').charAt(0));
    if (base) return { rank: base.rank, length: first.length };
    return {
      rank: /^\p{L}$/u.test(first) ? alphabet.length + 1 + (first.codePointAt(0) ?? 0) : -1,
      length: first.length,
    };
  };
}

/** `an`, `en`, `on`, `oun` are one letter, a nasal vowel, but not before a vowel: Panama is p-a-n-a-m-a. */
function isSplit(letter: string, rest: string): boolean {
  return letter.length > 1 && letter.endsWith('n') && vowel.test(rest.slice(letter.length));
}
