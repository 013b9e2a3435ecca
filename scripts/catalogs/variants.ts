import {
  isLiteralElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser';
import { readMessage } from './icu.ts';

const known = new Map<string, readonly string[]>();

/**
 * What a person can get to read, with `{name}` for what the program fills in and without tags: the general sentence
 * first (every choice at `other`), then one for each other form. Nothing for a message that can't be read.
 * `{n, plural, one {A day} other {{d} days}} left` gives `{d} days left` and `A day left`.
 */
export function variantsOf(text: string): readonly string[] {
  const found = known.get(text) ?? variants(text);
  known.set(text, found);
  return found;
}

function variants(text: string): readonly string[] {
  const message = readMessage(text);
  return message.ok ? [...new Set(spoken(message.elements))] : [];
}

function spoken(elements: readonly MessageFormatElement[]): readonly string[] {
  const pieces = elements.map(piecesOf);
  const general = pieces.map(([first = '']) => first);
  const others = pieces.flatMap((all, index) => all.slice(1).map((piece) => general.with(index, piece).join('')));
  return [general.join(''), ...others];
}

/** The forms of one element, the general one first. */
function piecesOf(element: MessageFormatElement): readonly string[] {
  if (isLiteralElement(element)) return [element.value];
  if (isPoundElement(element)) return ['{#}'];
  if (isTagElement(element)) return spoken(element.children);
  if (isPluralElement(element) || isSelectElement(element)) {
    const { other, ...forms } = element.options;
    const inOrder = [...(other ? [other] : []), ...Object.values(forms)];
    return inOrder.flatMap(({ value }) => spoken(value));
  }
  return [`{${element.value}}`];
}
