import { protocol } from './forms.ts';
import { type Hash, nobleHash, toHex, utf8 } from './hash.ts';

/**
 * A request's id of one day (section 1), 64 hex: `secret` is the registration's own 32 random bytes, `day` is
 * `YYYY-MM-DD`. Nobody without the secret can follow a person from one day's pool to the next.
 */
export function dailyId(secret: Uint8Array, day: string, hash: Hash = nobleHash): string {
  return toHex(hash.hmacSha256(secret, utf8(`${protocol}/${day}`)));
}
