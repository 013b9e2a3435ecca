import { isHex32 } from './forms.ts';
import { fromHex, type Hash, nobleHash, toHex } from './hash.ts';
import { type Leaf, leafHash, type MerkleTree, nodeAt, nodeHash } from './merkle-tree.ts';

/** That a line is in a tree: its place, the tree's number of lines, the siblings on the way up (64 hex each). */
export type AuditPath = { readonly index: number; readonly count: number; readonly siblings: readonly string[] };

/** RFC 9162, 2.1.3.1: the siblings from the leaf upwards, none where a node went up alone. */
export function auditPath(tree: MerkleTree, index: number): AuditPath {
  if (!Number.isInteger(index) || index < 0 || index >= tree.count) {
    throw new RangeError(`expected an index below ${tree.count}, found ${index}`);
  }
  const siblings: string[] = [];
  let place = index;
  for (const level of tree.levels) {
    const sibling = nodeAt(level, place % 2 === 0 ? place + 1 : place - 1);
    if (sibling !== undefined) siblings.push(toHex(sibling));
    place = Math.floor(place / 2);
  }
  return { index, count: tree.count, siblings };
}

/** What a person holds: her `line` without its `\n`, its path, and the published root (64 hex). */
export type Inclusion = { readonly line: Leaf; readonly path: AuditPath; readonly root: string };

/** RFC 9162, 2.1.3.2, step by step, with the RFC's names. */
export function isInTree({ line, path, root }: Inclusion, hash: Hash = nobleHash): boolean {
  const { index, count, siblings } = path;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(count)) return false;
  if (index < 0 || index >= count || !siblings.every(isHex32)) return false;
  let fn = index;
  let sn = count - 1;
  let r = leafHash(line, hash);
  for (const sibling of siblings) {
    if (sn === 0) return false;
    const p = fromHex(sibling);
    if (fn % 2 === 1 || fn === sn) {
      r = nodeHash(p, r, hash);
      while (fn % 2 === 0 && fn !== 0) {
        fn = Math.floor(fn / 2);
        sn = Math.floor(sn / 2);
      }
    } else {
      r = nodeHash(r, p, hash);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && toHex(r) === root;
}
