import { writeAscii } from './bytes.ts';
import { concat, type Hash, nobleHash, toHex, utf8 } from './hash.ts';

/** RFC 9162, 2.1.1. `levels[0]` holds the leaf hashes, the last level the root alone; 32 bytes a node, end to end. */
export type MerkleTree = { readonly count: number; readonly root: string; readonly levels: readonly Uint8Array[] };

/** A line without its `\n`, or bytes. */
export type Leaf = string | Uint8Array;

/** An array, or the lines of a text that nobody wants a million strings of. */
export type Leaves = { readonly length: number; readonly at: (index: number) => Leaf | undefined };

export const nodeBytes = 32;
const leafPrefix = 0x00;
const nodePrefix = 0x01;

/**
 * The tree over leaves; no leaves: H of nothing. The RFC splits at the largest power of two; pairing level by level, an odd
 * last node going up as it is, gives the same tree, and keeps it for the audit paths.
 */
export function merkleTree(leaves: Leaves, hash: Hash = nobleHash): MerkleTree {
  const levels: Uint8Array[] = [];
  let level = new Uint8Array(leaves.length * nodeBytes);
  for (let index = 0; index < leaves.length; index += 1) {
    level.set(leafHash(leaves.at(index) ?? '', hash), index * nodeBytes);
  }
  for (; level.length > nodeBytes; level = parents(level, hash)) levels.push(level);
  if (level.length === nodeBytes) levels.push(level);
  return { count: leaves.length, root: toHex(levels.at(-1) ?? hash.sha256(new Uint8Array())), levels };
}

/**
 * The root alone, from left to right: `whole` holds the roots of the whole trees so far, each larger than the next. So
 * after 7 leaves those of 4, 2 and 1.
 */
export function merkleRoot(leaves: Leaves, hash: Hash = nobleHash): string {
  const hashes = treeHashes(hash);
  const whole: Uint8Array[] = [];
  for (let index = 0; index < leaves.length; index += 1) {
    let node = hashes.leaf(leaves.at(index) ?? '');
    for (let pairs = index; pairs % 2 === 1; pairs = (pairs - 1) / 2) node = hashes.node(whole.pop() ?? node, node);
    whole.push(node);
  }
  return toHex(
    whole.length === 0 ? hash.sha256(new Uint8Array()) : whole.reduceRight((right, left) => hashes.node(left, right)),
  );
}

export function leafHash(leaf: Leaf, hash: Hash = nobleHash): Uint8Array {
  return hash.sha256(concat(Uint8Array.of(leafPrefix), typeof leaf === 'string' ? utf8(leaf) : leaf));
}

export function nodeHash(left: Uint8Array, right: Uint8Array, hash: Hash = nobleHash): Uint8Array {
  return hash.sha256(concat(Uint8Array.of(nodePrefix), left, right));
}

/** The node of a level, if there is one at that index. */
export function nodeAt(level: Uint8Array, index: number): Uint8Array | undefined {
  const start = index * nodeBytes;
  return start < level.length ? level.subarray(start, start + nodeBytes) : undefined;
}

/** `leafHash` and `nodeHash` in one buffer each: making one for each of a million takes longer than hashing it. */
function treeHashes(hash: Hash) {
  let ascii = new Uint8Array(256);
  const node = new Uint8Array(1 + 2 * nodeBytes);
  node[0] = nodePrefix;
  return {
    leaf(leaf: Leaf): Uint8Array {
      if (leaf.length >= ascii.length) ascii = new Uint8Array(2 * leaf.length);
      ascii[0] = leafPrefix;
      const isAscii = typeof leaf === 'string' && writeAscii(leaf, ascii, 1);
      return isAscii ? hash.sha256(ascii.subarray(0, leaf.length + 1)) : leafHash(leaf, hash);
    },
    node(left: Uint8Array, right: Uint8Array): Uint8Array {
      node.set(left, 1);
      node.set(right, 1 + nodeBytes);
      return hash.sha256(node);
    },
  };
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
