import { fromHex, type Hash, nobleHash, toHex } from './hash.ts';
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
  return ok(hashDown(chain.last, chain.length - index, hash));
}

/** A thousand years of days. Each reveal is hashed down as often: a false number would keep the reader busy for ever. */
export const mostDraws = 366_000;

/**
 * What a reveal (64 hex) hashes down to in so many steps: after one, the announcement's tip; after as many as the draw
 * has in its number, the s_0 published before the season. So no party can have changed its chain since, nor left a draw out.
 */
export function tipBelow(reveal: string, steps: number, hash: Hash = nobleHash): string {
  return toHex(hashDown(fromHex(reveal), steps, hash));
}

function hashDown(secret: Uint8Array, steps: number, hash: Hash): Uint8Array {
  let below = secret;
  for (let step = 0; step < steps; step += 1) below = hash.sha256(below);
  return below;
}
