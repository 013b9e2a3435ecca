import { grouped } from '../grouped.ts';
import { codesOf12, textOf12 } from './inline.ts';
import { isOwnNote, notesOf, stateFromXliff, stateInXliff12 } from './marks.ts';
import { type Piece, piecesOf } from './pieces.ts';
import type { BroughtFile, BroughtUnit, Parcel, Unit } from './unit.ts';
import { type Element, elementsIn, escaped, openTag, textIn } from './xml.ts';

/** https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html */
export function writeXliff12({ source, target, units }: Parcel): string {
  const files = [...grouped(units, ({ file }) => file)].map(
    ([file, own]) =>
      `  ${openTag('file', {
        original: file,
        datatype: 'plaintext',
        'source-language': source,
        'target-language': target,
        'xml:space': 'preserve',
      })}\n    <body>\n${own.map(written).join('')}    </body>\n  </file>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n${files.join('')}</xliff>\n`;
}

function written(unit: Unit): string {
  const [source, target] = piecesOf(unit);
  const { key, state, places, comment, max } = unit;
  const isMissing = state === 'missing';
  const lines = [
    `<source>${source.map(inline).join('')}</source>`,
    ...(isMissing
      ? []
      : [`${openTag('target', { state: stateInXliff12(state) })}${target.map(inline).join('')}</target>`]),
    ...places.map(
      ({ file, line }) =>
        `<context-group purpose="location"><context context-type="sourcefile">${escaped(file)}</context><context context-type="linenumber">${line}</context></context-group>`,
    ),
    ...notesOf(unit).map(([name, text]) => `${openTag('note', { from: name })}${escaped(text)}</note>`),
    ...(comment === '' ? [] : [`<note from="translator">${escaped(comment)}</note>`]),
  ];
  const opened = openTag('trans-unit', {
    id: key,
    resname: key,
    approved: state === 'reviewed' ? 'yes' : undefined,
    maxwidth: max,
    'size-unit': max === undefined ? undefined : 'char',
  });
  return `      ${opened}\n${lines.map((line) => `        ${line}\n`).join('')}      </trans-unit>\n`;
}

function inline(piece: Piece): string {
  if (piece.kind === 'text') return escaped(piece.text);
  const name = { code: 'ph', open: 'bpt', close: 'ept' }[piece.kind];
  return `${openTag(name, { id: piece.id })}${escaped(piece.text)}</${name}>`;
}

export function readXliff12(root: Element): BroughtFile {
  const files = elementsIn(root, 'file');
  return {
    format: 'xliff-1.2',
    source: only(files.map(({ attributes }) => attributes['source-language'] ?? '')),
    target: only(files.map(({ attributes }) => attributes['target-language'] ?? '')),
    units: files.flatMap((file) => elementsIn(file, 'body').flatMap(unitsIn)),
  };
}

/** One language a file: where files in a file differ, both are told, and neither is known. */
function only(tags: readonly string[]): string {
  return [...new Set(tags)].join(' + ');
}

function unitsIn(element: Element): readonly BroughtUnit[] {
  return element.children.flatMap((child): readonly BroughtUnit[] => {
    if (typeof child === 'string') return [];
    if (child.name === 'group') return unitsIn(child);
    return child.name === 'trans-unit' ? [unitOf(child)] : [];
  });
}

function unitOf(element: Element): BroughtUnit {
  const { attributes, line } = element;
  const [source] = elementsIn(element, 'source');
  const [target] = elementsIn(element, 'target');
  const codes = codesOf12(source ?? element);
  const notes = elementsIn(element, 'note').filter(({ attributes: { from } }) => !isOwnNote(from));
  return {
    key: attributes['resname'] ?? attributes['id'] ?? '',
    line,
    source: source ? textOf12(source, codes) : '',
    target: target ? textOf12(target, codes) : '',
    state: attributes['approved'] === 'yes' ? 'reviewed' : stateFromXliff(target?.attributes['state']),
    isUnsure: false,
    comment: notes.map(textIn).join('\n').trim(),
  };
}
