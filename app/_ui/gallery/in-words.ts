import { cloneElement, isValidElement, type ReactNode } from 'react';

/** Catalogs of one language, by area; what is no plain text in them is left alone. */
type Messages = { readonly [key: string]: unknown };
/** What stands for an English text in another language. */
export type Words = Readonly<Record<string, string>>;

/** Of each text of the source that of the other language. */
export function wordsOf(source: Messages, other: Messages): Words {
  const pairs = Object.entries(source).flatMap(([key, text]): readonly (readonly [string, string])[] => {
    const same = other[key];
    if (typeof text === 'string') return typeof same === 'string' ? [[text, same]] : [];
    return isMessages(text) && isMessages(same) ? Object.entries(wordsOf(text, same)) : [];
  });
  return Object.fromEntries(pairs);
}

/**
 * An example in another language: each English text of the catalogs, wherever it stands in the properties, becomes what
 * people read in its place. So examples stay as short as they are, and show how long words are elsewhere.
 */
export function inWords(node: ReactNode, words: Words): ReactNode {
  return translated(node, words) as ReactNode;
}

function translated(value: unknown, words: Words): unknown {
  if (typeof value === 'string') return Object.hasOwn(words, value) ? words[value] : value;
  if (Array.isArray(value)) return value.map((one) => translated(one, words));
  if (isValidElement<Messages>(value)) return cloneElement(value, inEach(value.props, words));
  return isMessages(value) ? inEach(value, words) : value;
}

function inEach(values: Messages, words: Words): Messages {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, translated(value, words)]));
}

function isMessages(value: unknown): value is Messages {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
