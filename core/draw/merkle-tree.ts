import { concat, type Hash, nobleHash, toHex, utf8 } from './hash.ts';

/** RFC 9162, 2.1.1. `levels[0]` holds the leaf hashes, the last level the root alone; 32 bytes a node, end to end. */
export type MerkleTree = { readonly count: number; readonly root: string; readonly levels: readonly Uint8Array[] };

export const nodeBytes = 32;
const leafPrefix = Uint8Array.of(0x00);
const nodePrefix = Uint8Array.of(0x01);

/**
 * The tree over lines given without their `\n`; no lines: H of nothing. The RFC splits at the largest power of two;
 * pairing level by level, an odd last node going up as it is, gives the same tree, and keeps it for the audit paths.
 */
export function merkleTree(lines: readonly string[], hash: Hash = nobleHash): MerkleTree {
  if (lines.length === 0) return { count: 0, root: toHex(hash.sha256(new Uint8Array())), levels: [] };
  let level = new Uint8Array(lines.length * nodeBytes);
  for (const [index, line] of lines.entries()) level.set(leafHash(line, hash), index * nodeBytes);
  const levels = [level];
  while (level.length > nodeBytes) {
    level = parents(level, hash);
    levels.push(level);
  }
  return { count: lines.length, root: toHex(level), levels };
}

export function leafHash(line: string, hash: Hash = nobleHash): Uint8Array {
  return hash.sha256(concat(leafPrefix, utf8(line)));
}

export function nodeHash(left: Uint8Array, right: Uint8Array, hash: Hash = nobleHash): Uint8Array {
  return hash.sha256(concat(nodePrefix, left, right));
}

/** The node of a level, if there is one at that index. */
export function nodeAt(level: Uint8Array, index: number): Uint8Array | undefined {
  const start = index * nodeBytes;
  return start < level.length ? level.subarray(start, start + nodeBytes) : undefined;
}

function parents(level: Uint8Array, hash: Hash): Uint8Array<ArrayBuffer> {
  const above = new Uint8Array(Math.ceil(level.length / nodeBytes / 2) * nodeBytes);
  for (let start = 0; start < above.length; start += nodeBytes) {
    const left = level.subarray(2 * start, 2 * start + nodeBytes);
    const right = level.subarray(2 * start + nodeBytes, 2 * start + 2 * nodeBytes);
    above.set(right.length === 0 ? left : nodeHash(left, right, hash), start);
  }
  return above;
}
