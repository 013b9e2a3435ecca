import { runDraw } from '#core/draw/run-draw.ts';
import { firstDifference } from './first-difference.ts';
import { nodeHash } from './node-hash.ts';
import { readFolder } from './read-folder.ts';
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
  const difference = firstDifference(draw.value, published.value);
  return difference ? { verdict: 'differs', ...difference } : { verdict: 'same', resultHash: draw.value.resultHash };
}
