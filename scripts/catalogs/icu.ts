import {
  isPluralElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  parse,
} from '@formatjs/icu-messageformat-parser';
import { kept } from './kept.ts';

export type Message =
  | { readonly ok: true; readonly elements: readonly MessageFormatElement[] }
  | { readonly ok: false; readonly why: string };

const known = new Map<string, Message>();

/** A message in ICU MessageFormat, read as next-intl's precompilation reads it. A missing `other` is left to a rule of its own. */
export function readMessage(text: string): Message {
  const before = known.get(text);
  if (before) return before;
  const found = parsed(text);
  known.set(text, found);
  return found;
}

function parsed(text: string): Message {
  try {
    return { ok: true, elements: parse(text, { requiresOtherClause: false }) };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}

/** Every element, those inside of plurals, selects and tags too. Nothing for a message that can't be read. */
export function elementsOf(text: string): readonly MessageFormatElement[] {
  const message = readMessage(text);
  return message.ok ? flattened(message.elements) : [];
}

const flattened = kept(flat);

function flat(elements: readonly MessageFormatElement[]): readonly MessageFormatElement[] {
  return elements.flatMap((element) => {
    if (isTagElement(element)) return [element, ...flat(element.children)];
    if (!isPluralElement(element) && !isSelectElement(element)) return [element];
    return [element, ...Object.values(element.options).flatMap((option) => flat(option.value))];
  });
}
