import { type Element, elementsIn, textIn } from './xml.ts';

/** Codes by the id that a `<source>` gives them; `end` is the second of a pair. */
export type Codes = ReadonlyMap<string, { readonly start: string; readonly end: string }>;

/** Marks of a tool around a part of a text: they are no part of it. */
const transparent = new Set(['mrk', 'sm', 'em', 'sub', 'seg-source']);

/** The codes of a 1.2 `<source>`: what a tool leaves out of a `<target>` is put back from here. */
export function codesOf12(source: Element): Codes {
  const codes = new Map<string, { start: string; end: string }>();
  const look = ({ children }: Element): void => {
    for (const child of children) {
      if (typeof child === 'string') continue;
      const id = idOf(child);
      const own = codes.get(id) ?? { start: '', end: '' };
      if (child.name === 'ept') codes.set(id, { ...own, end: textIn(child) });
      else if (['ph', 'bpt', 'it'].includes(child.name)) codes.set(id, { ...own, start: textIn(child) });
      else look(child);
    }
  };
  look(source);
  return codes;
}

/** The text of a 1.2 `<source>` or `<target>` with its codes. */
export function textOf12({ children }: Element, codes: Codes): string {
  return children
    .map((child): string => {
      if (typeof child === 'string') return child;
      const inside = textOf12(child, codes);
      const code = codes.get(idOf(child));
      switch (child.name) {
        case 'g':
          return `${code?.start ?? ''}${inside}${code?.end ?? ''}`;
        case 'ept':
        case 'ex':
          return inside || (code?.end ?? '');
        case 'ph':
        case 'bpt':
        case 'it':
        case 'x':
        case 'bx':
          return inside || (code?.start ?? child.attributes['equiv-text'] ?? '');
        default:
          return transparent.has(child.name) ? inside : '';
      }
    })
    .join('');
}

/** The codes of a 2.0 `<unit>`: data by name. */
export function dataOf20(unit: Element): ReadonlyMap<string, string> {
  const data = elementsIn(unit, 'originalData').flatMap((all) => elementsIn(all, 'data'));
  return new Map(data.map((one) => [one.attributes['id'] ?? '', textIn(one)]));
}

/** The text of a 2.0 `<source>` or `<target>` with its codes. */
export function textOf20({ children }: Element, data: ReadonlyMap<string, string>): string {
  return children
    .map((child): string => {
      if (typeof child === 'string') return child;
      const { attributes, name } = child;
      const inside = textOf20(child, data);
      const named = (...names: readonly string[]) =>
        names.map((attribute) => data.get(attributes[attribute] ?? '') ?? '').find((text) => text !== '') ?? '';
      if (name === 'cp') return String.fromCodePoint(Number.parseInt(attributes['hex'] ?? 'FFFD', 16));
      if (name === 'pc') {
        const start = named('dataRefStart') || (attributes['dispStart'] ?? '');
        return `${start}${inside}${named('dataRefEnd') || (attributes['dispEnd'] ?? '')}`;
      }
      if (['ph', 'sc', 'ec'].includes(name)) return named('dataRef') || (attributes['disp'] ?? '');
      return transparent.has(name) ? inside : '';
    })
    .join('');
}

function idOf({ name, attributes }: Element): string {
  // A pair has one `rid`, and each of its ends an id.
  return (['bpt', 'ept', 'bx', 'ex'].includes(name) ? attributes['rid'] : undefined) ?? attributes['id'] ?? '';
}
