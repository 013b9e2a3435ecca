import { sourceLocale } from '#core/language/locales.ts';
import { kept } from '../kept.ts';
import { type Prose, proseOf } from '../prose.ts';
import type { Tree } from '../tree.ts';
import { vocabularies } from '../vocabulary.ts';
import { small, wordsOf } from '../words.ts';
import { describedLocales, functionWords } from './function-words.ts';
import { namesOf } from './names.ts';
import { isSharedWord } from './shared-words.ts';

/** Tells the language of a word that is foreign in this place, undefined for all others. */
export type Judge = (word: string, place: Prose) => string | undefined;

/** Foreign is a small word, a day or month of another language, or a word of the English of the same place left standing. */
export function foreignWordJudge(tree: Tree, locale: string): Judge {
  const names = namesOf(tree);
  const foreign = smallWordsOfOthers(tree, locale);
  const own = vocabularies(tree).get(locale)?.words;
  const english = vocabularies(tree).get(sourceLocale)?.words;
  const isLatin = [...functionWords(locale)].some((word) => /\p{Script=Latin}/u.test(word));
  const judged = new Map<string, Verdict>();
  return (word, { place }) => {
    const verdict = judged.get(word) ?? judge(word);
    judged.set(word, verdict);
    return verdict.besideEnglish?.some((original) => original.place === place) ? sourceLocale : verdict.language;
  };

  function judge(word: string): Verdict {
    const plain = small(word);
    if (names.has(word) || isSharedWord(plain, locale)) return {};
    const language = foreign.get(plain);
    if (language !== undefined) return { language };
    if (locale === sourceLocale) return {};
    if (!isLatin) return /^\p{Script=Latin}[\p{Script=Latin}'’-]+$/u.test(word) ? { language: 'Latin letters' } : {};
    const original = english?.get(plain);
    return original && plain.length > 3 && own?.get(plain)?.count === 1 ? { besideEnglish: original.places } : {};
  }
}

/** What can be told of a word: its `language` everywhere, or that it is English where that has it in the same place. */
type Verdict = { readonly language?: string; readonly besideEnglish?: readonly Prose[] };

/** The small words, days and months of other languages that this one has not. */
function smallWordsOfOthers(tree: Tree, locale: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const own = new Set([...functionWords(locale), ...calendarOf(tree, locale)]);
  const others = [...new Set([...describedLocales, ...proseOf(tree).keys()])].filter((other) => other !== locale);
  // Of languages that share a word the first is told: the source before all.
  for (const other of others.toReversed()) {
    for (const word of [...functionWords(other), ...calendarOf(tree, other)]) {
      if (word.length > 1 && !own.has(word)) found.set(word, other);
    }
  }
  return found;
}

function calendarOf(tree: Tree, locale: string): readonly string[] {
  return calendarIn(proseOf(tree).get(locale) ?? []);
}

const calendarIn = kept((prose: readonly Prose[]) =>
  prose
    .filter(({ place }) => /^words\.calendar\.(months|monthsInDates|weekdays)\./.test(place))
    .flatMap(({ texts }) => texts.flatMap(wordsOf).map(small))
    .filter((word) => word.length > 2),
);
