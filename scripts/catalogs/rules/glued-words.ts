import type { Told } from '../finding.ts';
import { keptByName } from '../kept.ts';
import { isOneWord } from '../languages/pairs.ts';
import type { Rule } from '../rule.ts';
import { type Vocabulary, vocabularies, type Word } from '../vocabulary.ts';

export const gluedWords: Rule = {
  name: 'glued-words',
  why: 'Words run together or torn apart are hard to read, and a voice that reads the page aloud stumbles.',
  look: (tree) => [...vocabularies(tree)].flatMap(([locale, vocabulary]) => flawsIn(vocabulary, locale)),
};

const flawsIn = keptByName((vocabulary: Vocabulary, locale) => [
  ...runTogether(vocabulary, locale),
  ...tornApart(vocabulary),
]);

/** A rare word whose two halves stand side by side in more texts than it has. */
function runTogether({ words, pairs }: Vocabulary, locale: string): readonly Told[] {
  return [...words.values()].flatMap((glued) => {
    const { word, count } = glued;
    if (count > rare || isName(glued) || isOneWord(word, locale)) return [];
    const pair = halvesOf(word).flatMap((halves) => pairs.get(halves) ?? [])[0];
    if (!pair || pair.count < count) return [];
    return toldAt(glued, pair, 'Put a space between the words.');
  });
}

/** Two words, one of them unknown elsewhere, that are one word in other texts. */
function tornApart({ words, pairs }: Vocabulary): readonly Told[] {
  return [...pairs.values()].flatMap((pair) => {
    const [first = '', second = ''] = pair.word.split(' ');
    const whole = words.get(first + second);
    if (!whole || whole.count <= pair.count || isName(pair)) return [];
    const isUnknown = [first, second].some((half) => (words.get(half)?.count ?? 0) <= pair.count);
    return isUnknown ? toldAt(pair, whole, 'Take the space out.') : [];
  });
}

const rare = 2;

function halvesOf(word: string): readonly string[] {
  return Array.from({ length: word.length - 1 }, (_, index) => `${word.slice(0, index + 1)} ${word.slice(index + 1)}`);
}

/** Names of countries and states are made of anything. */
function isName({ places }: Word): boolean {
  return places.every(({ kind }) => kind === 'name');
}

function toldAt({ word, places }: Word, usual: Pick<Word, 'word' | 'count'>, fix: string): readonly Told[] {
  return places.map(({ file, line, key }) => ({
    file,
    line,
    key,
    message: `Words run together, or one word torn apart: others have it otherwise (texts: ${usual.count}).`,
    expected: usual.word,
    found: word,
    fix: `${fix} Are both right? Add the word to scripts/catalogs/languages/pairs.ts.`,
  }));
}
