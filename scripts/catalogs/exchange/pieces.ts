import {
  isArgumentElement,
  isDateElement,
  isNumberElement,
  isPluralElement,
  isSelectElement,
  isTagElement,
  isTimeElement,
  type Location,
  type MessageFormatElement,
  parse,
} from '@formatjs/icu-messageformat-parser';
import type { Unit } from './unit.ts';

/** What a translator may change, and what she can only move. A tag's two ends have one id, and so has each code in all languages. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code' | 'open' | 'close'; readonly text: string; readonly id: string };

/** A message with the places of its elements; undefined where it can't be read. */
export function placedElements(message: string): readonly MessageFormatElement[] | undefined {
  try {
    return parse(message, { requiresOtherClause: false, captureLocation: true });
  } catch {
    return undefined;
  }
}

type Cut = {
  readonly kind: 'code' | 'open' | 'close';
  readonly from: number;
  readonly to: number;
  readonly tag: number;
};

/** `{name}`, `<link>` and `</link>` cut out of a message; plurals stay text, since each language has forms of its own. */
function cutsOf(message: string): readonly Cut[] {
  let tags = 0;
  const within = (elements: readonly MessageFormatElement[]): readonly Cut[] =>
    elements.flatMap((element): readonly Cut[] => {
      const { start, end } = placeOf(element);
      if (isTagElement(element)) {
        const tag = (tags += 1);
        const opened = message.indexOf('>', start) + 1;
        const closing = message.lastIndexOf('</', end - 1);
        return [
          { kind: 'open', from: start, to: opened, tag },
          ...within(element.children),
          { kind: 'close', from: closing, to: end, tag },
        ];
      }
      if (isPluralElement(element) || isSelectElement(element))
        return Object.values(element.options).flatMap(({ value }) => within(value));
      const isFilledIn =
        isArgumentElement(element) || isNumberElement(element) || isDateElement(element) || isTimeElement(element);
      return isFilledIn ? [{ kind: 'code', from: start, to: end, tag: 0 }] : [];
    });
  return within(placedElements(message) ?? []);
}

function placeOf({ location }: { readonly location?: Location | null }): {
  readonly start: number;
  readonly end: number;
} {
  if (!location) throw new Error('expected a message parsed with places');
  return { start: location.start.offset, end: location.end.offset };
}

/**
 * The pieces of a source and of its translation; put together they are the texts again. The first `{name}` of one has
 * the id of the first `{name}` of the other, so that tools can tell what was moved and what was lost.
 */
export function piecesOf({
  key,
  source,
  target,
}: Pick<Unit, 'key' | 'source' | 'target'>): readonly [readonly Piece[], readonly Piece[]] {
  const ids = new Map<string, string>();
  const pieces = (message: string) => {
    const seen = new Map<string, number>();
    const idOfTag = new Map<number, string>();
    const idOf = ({ kind, tag }: Cut, text: string): string => {
      const opened = idOfTag.get(tag);
      if (kind === 'close' && opened !== undefined) return opened;
      const count = (seen.get(text) ?? 0) + 1;
      seen.set(text, count);
      const name = `${count} ${text}`;
      const id = ids.get(name) ?? String(ids.size + 1);
      ids.set(name, id);
      if (kind === 'open') idOfTag.set(tag, id);
      return id;
    };
    let at = 0;
    const found: Piece[] = [];
    // A long text is Markdown: its marks stay in the text.
    for (const cut of key.startsWith('page:') ? [] : cutsOf(message)) {
      if (cut.from > at) found.push({ kind: 'text', text: message.slice(at, cut.from) });
      const text = message.slice(cut.from, cut.to);
      found.push({ kind: cut.kind, text, id: idOf(cut, text) });
      at = cut.to;
    }
    if (at < message.length) found.push({ kind: 'text', text: message.slice(at) });
    return found;
  };
  return [pieces(source), pieces(target)];
}
