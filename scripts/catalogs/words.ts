// Addresses, entities and codes are no words of a language. Chinese stands around them without a space.
const sign = String.raw`[^\s\p{Script=Han}，。：；！？、（）“”]`;
const noProse = new RegExp(
  String.raw`&#?\w+;|${sign}+@${sign}+|https?://${sign}+|\b[\w-]+(?:\.[\w-]+)+\b|${sign}*\d${sign}*`,
  'gu',
);
// Chinese has no spaces: each sign counts as a word.
const wordPattern =
  /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}])+(?:['’ʼʻ‘-](?:(?!\p{Script=Han})[\p{L}\p{M}])+)*/gu;

/** Most texts have nothing of all that, and looking for it takes longer than reading them. */
const mayHaveNoProse = /[\d@&]|:\/\/|\w[.]\w/;

/** A text with a 0 in the place of addresses, entities and codes. */
export function proseAlone(text: string): string {
  return mayHaveNoProse.test(text) ? text.replace(noProse, '0') : text;
}

const words = new Map<string, readonly string[]>();
const rows = new Map<string, readonly string[]>();

/** The words of a text in its own spelling: `Kòd la: 12` → `Kòd`, `la`. An apostrophe or hyphen between letters is part of a word. */
export function wordsOf(text: string): readonly string[] {
  const known = words.get(text);
  if (known) return known;
  const found = proseAlone(text).normalize('NFC').match(wordPattern) ?? [];
  words.set(text, found);
  return found;
}

/** The words of a text in small letters. */
export function rowOf(text: string): readonly string[] {
  const known = rows.get(text);
  if (known) return known;
  const found = wordsOf(text).map(small);
  rows.set(text, found);
  return found;
}

export function small(word: string): string {
  // The dotted İ of Turkish would fall apart into two characters.
  return (word.includes('İ') ? word.replaceAll('İ', 'i') : word).toLowerCase();
}
