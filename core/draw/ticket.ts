import { fromHex, type Hash, nobleHash, toHex } from './hash.ts';
import type { PoolRequest } from './pool.ts';

/** A request and where the shuffle put it: `ticket` is 64 hex, and the smallest is foremost. */
export type Entrant = PoolRequest & { readonly ticket: string };

/** Section 3: HMAC-SHA-256(seed, the 32 raw bytes of id). */
export function ticketOf(seed: string, id: string, hash: Hash = nobleHash): string {
  return toHex(hash.hmacSha256(fromHex(seed), fromHex(id)));
}

/** All requests in ticket order. */
export function shuffle(requests: readonly PoolRequest[], seed: string, hash: Hash = nobleHash): readonly Entrant[] {
  const key = fromHex(seed);
  const entrants = requests.map(({ id, size, band, ports }) => ({
    id,
    size,
    band,
    ports,
    ticket: toHex(hash.hmacSha256(key, fromHex(id))),
  }));
  return entrants.sort((a, b) => (isAheadByTicket(a, b) ? -1 : 1));
}

/** The order of the list `shuffled`. Hex sorts as its bytes do; equal tickets (never) by id. */
export function isAheadByTicket(a: Entrant, b: Entrant): boolean {
  return a.ticket === b.ticket ? a.id < b.id : a.ticket < b.ticket;
}

/** The order of the list `oldest`: bands as numbers, then the ticket. */
export function isAheadByBand(a: Entrant, b: Entrant): boolean {
  return a.band === b.band ? isAheadByTicket(a, b) : a.band < b.band;
}
