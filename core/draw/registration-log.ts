import { canonicalJson } from './canonical-json.ts';
import { isTime, protocol } from './forms.ts';
import { concat, type Hash, nobleHash, utf8 } from './hash.ts';
import { merkleRoot } from './merkle-tree.ts';

/**
 * Section 6, a leaf of the registrations' log: H(registration id ‖ date). `id` is 36 characters (RFC 9562), `registered`
 * RFC 3339 in UTC. The log's root is cosigned each day, so that a date can't be made older afterwards; an id that nobody
 * can guess keeps others from finding a person by her date.
 */
export function registrationLeaf(id: string, registered: string, hash: Hash = nobleHash): Uint8Array {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) || !isTime(registered)) {
    throw new Error(`expected a UUID and a time in UTC, found ${id} and ${registered}`);
  }
  return hash.sha256(concat(utf8(id), utf8(registered)));
}

/** A day's root: of how many leaves, and 64 hex. */
export type LogRoot = { readonly count: number; readonly root: string };

export function logRoot(leaves: readonly Uint8Array[], hash: Hash = nobleHash): LogRoot {
  return { count: leaves.length, root: merkleRoot(leaves, hash) };
}

/** That a log only grew since an earlier root: its first leaves give that root again. */
export function goesOnFrom(leaves: readonly Uint8Array[], earlier: LogRoot, hash: Hash = nobleHash): boolean {
  return earlier.count <= leaves.length && merkleRoot(leaves.slice(0, earlier.count), hash) === earlier.root;
}

/** The root on the day of a draw. */
export type DayRoot = { readonly day: string; readonly root: string; readonly size: number };

/** What each party signs of a day's root, beside the announcement. */
export function dayRootMessage({ day, root, size }: DayRoot): string {
  return `puente-registrations-1\n${day}\n${size}\n${root}`;
}

/** The file of all days' roots, in canonical JSON. */
export function writeDayRoots(days: readonly DayRoot[]): string {
  return canonicalJson({ days: days.map(({ day, root, size }) => ({ day, root, size })), protocol });
}

/** A day's root with the signatures of its parties, in their order. */
export function writeDayRoot({ day, root, size }: DayRoot, signatures: readonly string[]): string {
  return canonicalJson({ day, protocol, root, signatures, size });
}
