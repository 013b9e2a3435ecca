import type { Instant } from '#core/time/instant.ts';
import { parseInstant } from '#core/time/rfc3339.ts';

/** The machine's clock, or one that starts at `start` (RFC 3339) and runs on from there (decision 0004). */
export function createClock(start: string | undefined): () => Instant {
  if (start === undefined) return () => Date.now() as Instant;
  const began = parseInstant(start);
  if (began === null) throw new Error(`expected an RFC 3339 instant, found ${start}`);
  const startedAt = performance.now();
  return () => Math.floor(began + performance.now() - startedAt) as Instant;
}
