import type { Draw } from '#core/draw/run-draw.ts';
import type { Published } from './read-folder.ts';

/** `expected` is what the protocol gives, `found` what was published. */
export type Difference = { readonly at: string; readonly expected: string; readonly found: string };

/** In the order in which one follows from the other, so that the first is the cause of the rest. */
export function firstDifference(draw: Draw, published: Published): Difference | undefined {
  return (
    differing('seed', draw.seed, published.seed) ??
    cutOffDifference(draw, published) ??
    lineDifference('result.tsv', draw.result, published.result) ??
    differing('resultHash', draw.resultHash, published.resultHash) ??
    lineDifference('slots.tsv', draw.slots, published.slots) ??
    differing('slotRoot', draw.slotRoot, published.slotRoot)
  );
}

function differing(at: string, expected: string, found: string): Difference | undefined {
  return expected === found ? undefined : { at, expected, found };
}

function cutOffDifference(draw: Draw, published: Published): Difference | undefined {
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

function lineDifference(file: string, expected: string, found: string): Difference | undefined {
  if (expected === found) return undefined;
  const expectedLines = linesOf(expected);
  const foundLines = linesOf(found);
  let line = 0;
  while (expectedLines[line] === foundLines[line]) line += 1;
  return {
    at: `${file}, line ${line + 1}`,
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
