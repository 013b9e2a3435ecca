import { protocol } from './forms.ts';
import { concat, fromHex, type Hash, nobleHash, toHex, utf8 } from './hash.ts';

export type SeedParts = {
  readonly announcement: string;
  /** s_i of each party, 64 hex, in the announcement's order. */
  readonly reveals: readonly string[];
  /** Hex, or null where no round was announced. */
  readonly drandSignature: string | null;
};

/** Section 2.4, as 64 hex. Nobody knows it before the last reveal; nobody can change it after the announcement. */
export function seedOf({ announcement, reveals, drandSignature }: SeedParts, hash: Hash = nobleHash): string {
  const parts = [utf8(protocol), Uint8Array.of(0x00), hash.sha256(utf8(announcement)), ...reveals.map(fromHex)];
  if (drandSignature !== null) parts.push(fromHex(drandSignature));
  return toHex(hash.sha256(concat(...parts)));
}
