import { createHash } from 'node:crypto';

/** First 16 hex digits of the SHA-256 of an English text: which one a translation was made from. */
export function sourceHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
