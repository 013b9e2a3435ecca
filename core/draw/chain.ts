import { type Hash, nobleHash } from './hash.ts';
import { err, ok, type Result } from './result.ts';

/** A party's hash chain of a season (section 2.1): its last secret s_N, and N, the number of draws it is good for. */
export type Chain = { readonly last: Uint8Array; readonly length: number };

export type ChainError = { readonly kind: 'chain-index'; readonly index: number; readonly length: number };

/**
 * s_i, found by hashing down from s_N: s_{i−1} = H(s_i). `0` gives s_0, published before the season; draw i announces
 * the tip `i − 1` and reveals `i`. A chain that is used up has no further draw: error `chain-index`.
 */
export function chainSecret(chain: Chain, index: number, hash: Hash = nobleHash): Result<Uint8Array, ChainError> {
  if (!Number.isInteger(index) || index < 0 || index > chain.length) {
    return err({ kind: 'chain-index', index, length: chain.length });
  }
  let secret = chain.last;
  for (let i = chain.length; i > index; i -= 1) secret = hash.sha256(secret);
  return ok(secret);
}
