import { type FreedLine, parseFreed } from '#core/draw/freed-log.ts';
import { firstFreedDifference } from '#core/draw/freed-places.ts';
import { parseInputs } from '#core/draw/inputs.ts';
import { runDraw } from '#core/draw/run-draw.ts';
import { type Difference, firstDifference } from './first-difference.ts';
import { nodeHash } from './node-hash.ts';
import { type Published, readFolder } from './read-folder.ts';
import type { Finding } from './report.ts';

/** Reads, recomputes, compares. What is malformed is refused before anything is compared. */
export function verifyFolder(folder: string): Finding {
  const published = readFolder(folder);
  if (!published.ok) return { verdict: 'malformed', error: published.error };
  const draw = runDraw(published.value, nodeHash);
  if (!draw.ok) {
    return 'expected' in draw.error
      ? { verdict: 'differs', ...draw.error }
      : { verdict: 'malformed', error: draw.error };
  }
  const freed = parseFreed(published.value.freed ?? '');
  if (!freed.ok) return { verdict: 'malformed', error: freed.error };
  const difference = firstDifference(draw.value, published.value) ?? freedDifference(published.value, freed.value);
  return difference ? { verdict: 'differs', ...difference } : { verdict: 'same', resultHash: draw.value.resultHash };
}

/** Only where the draw itself is right: the log goes on from its result. */
function freedDifference(published: Published, log: readonly FreedLine[]): Difference | undefined {
  const inputs = parseInputs(published);
  if (!inputs.ok) throw new Error(`expected the inputs of a draw that was made, found ${inputs.error.kind}`);
  const { result, resultHash } = published;
  const found = firstFreedDifference({ requests: inputs.value.requests, result, resultHash }, log, nodeHash);
  return found && { at: `freed.txt, line ${found.line}`, expected: found.expected, found: found.found };
}
