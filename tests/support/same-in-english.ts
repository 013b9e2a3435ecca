import { join } from 'node:path';
import { mayBeIdentical } from '../../scripts/catalogs/exceptions.ts';
import { flatten, messagesOf } from './words.ts';

const root = join(import.meta.dirname, '../..');

/**
 * Whether the text of this key is allowed to be the English one: by the list that the check of the catalogs has, or
 * because it is made of arguments and marks alone. Another key with the same English may be meant.
 */
export function sameInEnglish(locale: string, key: string): boolean {
  const english = flatten(messagesOf('en'));
  const text = english.find(([name]) => name === key)?.[1];
  if (text === undefined || !/\p{L}/u.test(text.replace(/\{[^}]*\}/g, ''))) return true;
  return english.some(([name, other]) => other === text && mayBeIdentical(root, { locale, key: name }));
}
