import { flatten, messagesOf } from './words.ts';

/** Messages that may read the same in English and in another language, each with its reason. */
const allowed: readonly { readonly key: RegExp; readonly reason: string }[] = [
  { key: /^common\.name$/, reason: 'the name of the project' },
  { key: /^port\./, reason: 'proper names of ports' },
  { key: /^status\.booked\.what$/, reason: 'arguments only' },
  { key: /^common\.time\.dayAndTime$/, reason: 'arguments only' },
  { key: /^meta\.title$/, reason: 'arguments and the name of the project' },
];

/** Whether the text of this key is allowed to be the English one. */
export function sameInEnglish(locale: string, key: string): boolean {
  if (allowed.some((entry) => entry.key.test(key))) return true;
  // A cognate such as "No" or "Menu": the translation itself is the same word, on purpose.
  const [own, source] = [locale, 'en'].map((tag) => flatten(messagesOf(tag)).find(([name]) => name === key)?.[1]);
  return own === source && (own?.split(/\s/).length ?? 0) === 1;
}
