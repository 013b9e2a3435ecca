import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** The only functions that the draw rests on. Whoever mistrusts those given here passes others. */
export type Hash = {
  readonly sha256: (bytes: Uint8Array) => Uint8Array;
  readonly hmacSha256: (key: Uint8Array, bytes: Uint8Array) => Uint8Array;
  /** SHA-256 of what comes in pieces. */
  readonly begin: () => Hashing;
};

export type Hashing = { readonly update: (bytes: Uint8Array) => unknown; readonly digest: () => Uint8Array };

/** Runs everywhere, phones included. A server may pass the one of `node:crypto`. */
export const nobleHash: Hash = {
  sha256: (bytes) => sha256(bytes),
  hmacSha256: (key, bytes) => hmac(sha256, key, bytes),
  begin: () => sha256.create(),
};

export { toHex } from './bytes.ts';
export { concatBytes as concat, hexToBytes as fromHex, utf8ToBytes as utf8 };
