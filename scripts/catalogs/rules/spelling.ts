import type { Told } from '../finding.ts';
import { ownProse } from '../languages/identify.ts';
import { namesOf } from '../languages/names.ts';
import { hole, type Prose } from '../prose.ts';
import type { Rule } from '../rule.ts';
import { type Accepted, acceptedIn } from '../spelling/accepted.ts';
import type { Dictionaries, Dictionary } from '../spelling/dictionaries.ts';
import { suspiciousWords } from '../spelling/own-words.ts';
import type { Tree } from '../tree.ts';
import { vocabularies } from '../vocabulary.ts';
import { small, wordsOf } from '../words.ts';

/** Names of countries, months and languages are left out: they come from CLDR, or from a person by hand. */
export function spelling(dictionaries: Dictionaries): Rule {
  return {
    name: 'spelling',
    why: 'A misspelled word is read slowly, read aloud wrongly, and makes a message look like a fraud.',
    look: (tree) =>
      [...ownProse(tree)].flatMap(([locale, prose]) => {
        const dictionary = dictionaries.get(locale);
        const accepted = acceptedIn(tree.root, locale);
        const read = prose.filter(({ kind }) => kind !== 'name');
        const told = dictionary
          ? unknownWords(read, dictionary, (word) => namesOf(tree).has(word) || accepted.has(word))
          : slips(tree, locale, accepted);
        return [
          ...told.map((one) => ({
            ...one,
            fix: `Correct the word. Is it right? Add it to locales/${locale}/spelling.txt.`,
          })),
          ...accepted.told(),
        ];
      }),
  };
}

function unknownWords(
  prose: readonly Prose[],
  dictionary: Dictionary,
  isAccepted: (word: string) => boolean,
): readonly Told[] {
  const known = new Map<string, boolean>();

  function isKnown(word: string): boolean {
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = word.length === 1 || dictionary.knows(plain(word)) || isAccepted(word) || isJoined(word);
    known.set(word, found);
    return found;
  }

  /** `Нуэво-Ларедо` of two words that are right; `Puente’nin`, a name with an ending. */
  function isJoined(word: string): boolean {
    const [first = '', ...others] = word.split(/[’'-]/);
    if (others.length === 0) return false;
    return word.includes('-') ? [first, ...others].every(isKnown) : /^\p{Lu}/u.test(first) && isAccepted(first);
  }

  const unknown = new Map<string, Prose[]>();
  for (const place of prose) {
    for (const word of new Set(place.texts.flatMap(wholeWords))) {
      if (!isKnown(word)) unknown.set(word, [...(unknown.get(word) ?? []), place]);
    }
  }
  return [...unknown].flatMap(([word, places]) => {
    const near = dictionary.suggests(plain(word)).join(', ');
    return places.slice(0, most).map(({ file, line, key }) => ({
      file,
      line,
      key,
      message: 'A word that the dictionary does not know.',
      expected: near === '' ? 'a word of the dictionary' : near,
      found: word,
    }));
  });
}

/** A word is told of this often at most. */
const most = 5;

function slips(tree: Tree, locale: string, accepted: Accepted): readonly Told[] {
  const vocabulary = vocabularies(tree).get(locale);
  if (!vocabulary) return [];
  const names = new Set([...namesOf(tree)].map(small));
  return suspiciousWords(vocabulary, locale)
    .filter(({ alone }) => !names.has(alone.word) && !accepted.has(alone.word))
    .flatMap(({ alone, usual }) =>
      alone.places.map(({ file, line, key }) => ({
        file,
        line,
        key,
        // A guess: the next text that has the word proves it right.
        severity: 'warning' as const,
        message: 'A word of one text alone that is one slip away from a word of many.',
        expected: `${usual.word} (${usual.count} texts)`,
        found: alone.word,
      })),
    );
}

const besideHole = new RegExp(`\\S*${hole}\\S*`, 'gu');

/** The words of a text without those that go on with what the program fills in: `{day}-й`. */
function wholeWords(text: string): readonly string[] {
  return wordsOf(text.includes(hole) ? text.replace(besideHole, '0') : text);
}

/** As dictionaries write it. */
function plain(word: string): string {
  return word.replace(/[’ʼ]/g, "'");
}
