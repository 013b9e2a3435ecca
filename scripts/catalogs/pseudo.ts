import {
  isLiteralElement,
  isPluralElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  type PluralOrSelectOption,
  parse,
  TYPE,
} from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';
import type { PseudoLocale } from '#core/language/locales.ts';

/** How a language that nobody speaks writes a piece of plain text, and a whole sentence. */
type Style = {
  readonly text: (text: string) => string;
  readonly sentence: (elements: MessageFormatElement[]) => MessageFormatElement[];
};

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = Array.from('åƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ');

const styles: Readonly<Record<PseudoLocale, Style>> = {
  // Accents show text that is not from the catalogs and fonts that lack letters, doubled vowels show what breaks when
  // a language is 40 % longer, brackets show what is cut off or glued together.
  'en-XA': {
    text: (text) =>
      text.replace(/[aeiou]/gi, '$&$&').replace(/[a-z]/gi, (letter) => accented[plain.indexOf(letter)] ?? letter),
    sentence: (elements) => [literal('['), ...elements, literal(']')],
  },
  // Each word is mirrored (RLO … PDF) and stands from right to left (RLM), so that a layout for Arabic can be judged.
  'ar-XB': {
    text: (text) => text.replace(/\p{L}[\p{L}\p{N}’'-]*/gu, '\u200F\u202E$&\u202C\u200F'),
    sentence: (elements) => elements,
  },
};

/** A message with its words changed; arguments, tags and plural forms stay as they are. */
export function pseudoMessage(message: string, locale: PseudoLocale): string {
  const style = styles[locale];
  return printAST(style.sentence(changed(parse(message), style)));
}

/** A word or a pattern of a calendar; `[month]` and the like stay as they are. */
export function pseudoWords(text: string, locale: PseudoLocale): string {
  return outside(/\[\w+\]/g, text, styles[locale].text);
}

/** A long text: front matter but for its title, addresses, code and the targets of links stay as they are. */
export function pseudoMarkdown(text: string, locale: PseudoLocale): string {
  const [, matter = '', body = text] = /^(---\n[\s\S]*?\n---\n)([\s\S]*)$/.exec(text) ?? [];
  const titled = matter.replace(/^title: (.*)$/m, (_line, title: string) => `title: ${styles[locale].text(title)}`);
  return titled + outside(/`[^`]*`|\]\([^)]*\)|<[^>]*>|https?:\S+|\S+@\S+/g, body, styles[locale].text);
}

function changed(elements: readonly MessageFormatElement[], style: Style): MessageFormatElement[] {
  return elements.map((element) => {
    if (isLiteralElement(element)) return literal(style.text(element.value));
    if (isTagElement(element)) return { ...element, children: changed(element.children, style) };
    if (!isPluralElement(element) && !isSelectElement(element)) return element;
    const options = Object.entries(element.options).map(([form, option]): [string, PluralOrSelectOption] => [
      form,
      { ...option, value: changed(option.value, style) },
    ]);
    return { ...element, options: Object.fromEntries(options) };
  });
}

function literal(value: string): MessageFormatElement {
  return { type: TYPE.literal, value };
}

/** Changes what lies between the matches of `kept`. */
function outside(kept: RegExp, text: string, change: (piece: string) => string): string {
  const matches = text.match(kept) ?? [];
  return text
    .split(kept)
    .map((piece, index) => change(piece) + (matches[index] ?? ''))
    .join('');
}
