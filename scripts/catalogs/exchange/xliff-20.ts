import { grouped } from '../grouped.ts';
import { dataOf20, textOf20 } from './inline.ts';
import { isOwnNote, notesOf, stateFromXliff, stateInXliff20 } from './marks.ts';
import { type Piece, piecesOf } from './pieces.ts';
import type { BroughtFile, BroughtUnit, Parcel, Unit, UnitState } from './unit.ts';
import { type Element, elementsIn, escaped, openTag, textIn } from './xml.ts';

/** https://docs.oasis-open.org/xliff/xliff-core/v2.0/xliff-core-v2.0.html */
export function writeXliff20({ source, target, units }: Parcel): string {
  const files = [...grouped(units, ({ file }) => file)].map(
    ([file, own], index) =>
      `  ${openTag('file', { id: `f${index + 1}`, original: file, 'xml:space': 'preserve' })}\n${own.map(written).join('')}  </file>\n`,
  );
  const opened = openTag('xliff', {
    version: '2.0',
    xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
    srcLang: source,
    trgLang: target,
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${opened}\n${files.join('')}</xliff>\n`;
}

function written(unit: Unit, index: number): string {
  const { key, state, places, comment } = unit;
  const [source, target] = piecesOf(unit);
  const names = dataNames([...source, ...target]);
  const inline = (pieces: readonly Piece[]) => pieces.map((piece) => inlined(piece, { pieces, names })).join('');
  const notes = [
    ...notesOf(unit),
    ...places.map(({ file, line }) => ['location', `${file}:${line}`] as const),
    ...(comment === '' ? [] : [['translator', comment] as const]),
  ];
  const data = [...names].map(([text, name]) => `${openTag('data', { id: name })}${escaped(text)}</data>`);
  const lines = [
    `<notes>`,
    ...notes.map(([category, text]) => `  ${openTag('note', { category })}${escaped(text)}</note>`),
    `</notes>`,
    ...(data.length === 0 ? [] : [`<originalData>${data.join('')}</originalData>`]),
    openTag('segment', { state: stateInXliff20(state), subState: subStateOf(state) }),
    `  <source>${inline(source)}</source>`,
    ...(state === 'missing' ? [] : [`  <target>${inline(target)}</target>`]),
    `</segment>`,
  ];
  // An id is a word without spaces there; a name may be anything.
  const id = /^[\p{L}\p{N}_.:-]+$/u.test(key) ? key : `u${index + 1}`;
  return `    ${openTag('unit', { id, name: key })}\n${lines.map((line) => `      ${line}\n`).join('')}    </unit>\n`;
}

/** `initial` is all that 2.0 has for what isn't done; the rest of it is ours. */
function subStateOf(state: UnitState): string | undefined {
  return state === 'draft' || state === 'stale' ? `puente:${state}` : undefined;
}

function dataNames(pieces: readonly Piece[]): ReadonlyMap<string, string> {
  const codes = new Set(pieces.flatMap(({ kind, text }) => (kind === 'text' ? [] : [text])));
  return new Map([...codes].map((text, index) => [text, `d${index + 1}`]));
}

function inlined(
  piece: Piece,
  { pieces, names }: { readonly pieces: readonly Piece[]; readonly names: ReadonlyMap<string, string> },
): string {
  if (piece.kind === 'text') return escaped(piece.text);
  if (piece.kind === 'close') return '</pc>';
  const { id, text, kind } = piece;
  if (kind === 'code') return openTag('ph', { id, disp: text, dataRef: names.get(text) }).replace(/>$/, '/>');
  const end = pieces.find((other) => other.kind === 'close' && other.id === id)?.text ?? '';
  return openTag('pc', {
    id,
    dataRefStart: names.get(text),
    dataRefEnd: names.get(end),
    dispStart: text,
    dispEnd: end,
  });
}

export function readXliff20(root: Element): BroughtFile {
  return {
    format: 'xliff-2.0',
    source: root.attributes['srcLang'] ?? '',
    target: root.attributes['trgLang'] ?? '',
    units: elementsIn(root, 'file').flatMap(unitsIn),
  };
}

function unitsIn(element: Element): readonly BroughtUnit[] {
  return element.children.flatMap((child): readonly BroughtUnit[] => {
    if (typeof child === 'string') return [];
    if (child.name === 'group') return unitsIn(child);
    return child.name === 'unit' ? [unitOf(child)] : [];
  });
}

/** A tool may have cut the unit into sentences; what is between them has no translation of its own. */
function unitOf(element: Element): BroughtUnit {
  const { attributes, line, children } = element;
  const data = dataOf20(element);
  const parts = children.filter(
    (child): child is Element => typeof child !== 'string' && ['segment', 'ignorable'].includes(child.name),
  );
  const segments = parts.filter(({ name }) => name === 'segment');
  const isBegun = segments.some((segment) => elementsIn(segment, 'target').length > 0);
  const text = (part: Element, name: string) => elementsIn(part, name).map((one) => textOf20(one, data));
  const sourceOf = (part: Element) => text(part, 'source').join('');
  const targetOf = (part: Element) => text(part, 'target')[0] ?? (part.name === 'ignorable' ? sourceOf(part) : '');
  const notes = elementsIn(element, 'notes')
    .flatMap((all) => elementsIn(all, 'note'))
    .filter((note) => !isOwnNote(note.attributes['category']));
  return {
    key: attributes['name'] ?? attributes['id'] ?? '',
    line,
    source: parts.map(sourceOf).join(''),
    target: isBegun ? parts.map(targetOf).join('') : '',
    state: leastOf(segments),
    isUnsure: false,
    comment: notes.map(textIn).join('\n').trim(),
  };
}

/** A unit is as far as the segment that is least far. */
function leastOf(segments: readonly Element[]): UnitState | undefined {
  const states = segments.map(({ attributes: { state, subState } }): UnitState | undefined => {
    const own = subState?.replace('puente:', '');
    return state === 'initial' && (own === 'draft' || own === 'stale') ? own : stateFromXliff(state);
  });
  const order: readonly (UnitState | undefined)[] = ['missing', 'stale', 'draft', 'translated', 'reviewed'];
  return states.sort((one, other) => order.indexOf(one) - order.indexOf(other))[0];
}
