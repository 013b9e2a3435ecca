import { joinPieces } from '#core/draw/result-file.ts';
import type { Draw, PublicDraw } from '#core/draw/run-draw.ts';
import type { Published } from './published.ts';

/** `expected` is what the protocol gives, `found` what was published. */
export type Difference = { readonly at: string; readonly expected: string; readonly found: string };

/** In the order in which one follows from the other, so that the first is the cause of the rest. */
export function firstDifference(
  draw: PublicDraw | Draw,
  { draw: said, texts }: Published,
  summary: string,
): Difference | undefined {
  return (
    differing('seed', draw.seed, said.seed) ??
    cutOffDifference(draw, said) ??
    resultDifference(draw, texts['result.tsv']) ??
    differing('resultHash', draw.resultHash, said.resultHash) ??
    ('slots' in draw
      ? (lineDifference({ file: 'slots.tsv' }, draw.slots, texts['slots.tsv'] ?? '') ??
        differing('slotRoot', draw.slotRoot, said.slotRoot))
      : undefined) ??
    differing('summary.json', summary, texts['summary.json'] ?? summary)
  );
}

function differing(at: string, expected: string, found: string): Difference | undefined {
  return expected === found ? undefined : { at, expected, found };
}

function cutOffDifference(draw: PublicDraw, published: Published['draw']): Difference | undefined {
  const ports = new Set([...Object.keys(draw.cutOffs), ...Object.keys(published.cutOffs)]);
  for (const port of ports) {
    for (const list of ['oldest', 'shuffled'] as const) {
      const expected = cutOffText(draw.cutOffs, port, list);
      const difference = differing(`cutOffs.${port}.${list}`, expected, cutOffText(published.cutOffs, port, list));
      if (difference) return difference;
    }
  }
  return undefined;
}

function cutOffText(cutOffs: Draw['cutOffs'], port: string, list: 'oldest' | 'shuffled'): string {
  return Object.hasOwn(cutOffs, port) ? (cutOffs[port]?.[list] ?? 'null') : 'no such port';
}

/** Piece by piece, so that a million lines are there only once; the lines of the first piece that differs are told. */
function resultDifference(draw: PublicDraw, found: string): Difference | undefined {
  const file = 'result.tsv';
  let at = 0;
  let before = 0;
  for (const piece of draw.resultPieces()) {
    const expected = joinPieces([piece]);
    const end = at + expected.length;
    if (found.slice(at, end) !== expected) return lineDifference({ file, before }, expected, found.slice(at));
    at = end;
    before += linesOf(expected).length;
  }
  return at === found.length ? undefined : lineDifference({ file, before }, '', found.slice(at));
}

function lineDifference(
  { file, before = 0 }: { readonly file: string; readonly before?: number },
  expected: string,
  found: string,
): Difference | undefined {
  if (expected === found) return undefined;
  const expectedLines = linesOf(expected);
  const foundLines = linesOf(found);
  let line = 0;
  while (expectedLines[line] === foundLines[line]) line += 1;
  return {
    at: `${file}, line ${before + line + 1}`,
    expected: lineText(expectedLines[line]),
    found: lineText(foundLines[line]),
  };
}

/** Each with its `\n`, so that one that lacks it differs. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function lineText(line: string | undefined): string {
  if (line === undefined) return 'end of the file';
  if (line === '\n') return 'an empty line';
  return line.endsWith('\n') ? line.slice(0, -1) : `${line} without a newline`;
}
