import { compareBytes } from './bytes.ts';
import { fromHex, type Hash, nobleHash, toHex } from './hash.ts';
import type { Pool, PoolRequest, PoolRest } from './pool.ts';

/** A request and where the shuffle put it: `ticket` is 64 hex, and the smallest is foremost. */
export type Entrant = PoolRequest & { readonly ticket: string };

const ticketBytes = 32;
const recordBytes = 64;

/** Section 3: HMAC-SHA-256(seed, the 32 raw bytes of id). */
export function ticketOf(seed: string, id: string, hash: Hash = nobleHash): string {
  return toHex(hash.hmacSha256(fromHex(seed), fromHex(id)));
}

/** A pool in ticket order: each request by its place in it, from 0. */
export class Shuffled {
  readonly length: number;
  readonly #pool: Pool;
  /** By line of the pool, the ticket's 32 bytes and the id's: side by side, since memory is what a million wait for. */
  readonly #records: Uint8Array;
  /** The pool's line at each place. */
  readonly #lines: Uint32Array;
  readonly #rests: readonly PoolRest[];

  constructor(pool: Pool, records: Uint8Array, lines: Uint32Array) {
    this.length = pool.length;
    this.#pool = pool;
    this.#records = records;
    this.#lines = lines;
    this.#rests = Array.from(lines, (line) => pool.restAt(line));
  }

  idAt(place: number): string {
    return this.#pool.idAt(this.#lines[place] ?? this.length);
  }

  restAt(place: number): PoolRest {
    return this.#rests[place] as PoolRest;
  }

  /** The 32 raw bytes of ticket and id, one behind the other. */
  recordAt(place: number): Uint8Array {
    const begin = (this.#lines[place] ?? this.length) * recordBytes;
    return this.#records.subarray(begin, begin + recordBytes);
  }

  ticketAt(place: number): string {
    return toHex(this.recordAt(place).subarray(0, ticketBytes));
  }
}

/** All requests in ticket order; equal tickets (never) by id, which is the order of the pool. */
export function shuffle(pool: Pool, seed: string, hash: Hash = nobleHash): Shuffled {
  const key = fromHex(seed);
  const records = new Uint8Array(pool.length * recordBytes);
  for (let line = 0; line < pool.length; line += 1) {
    const record = records.subarray(line * recordBytes, (line + 1) * recordBytes);
    const id = record.subarray(ticketBytes);
    pool.readId(line, id);
    record.set(hash.hmacSha256(key, id));
  }
  return new Shuffled(pool, records, linesInOrder(records));
}

/**
 * Sorted by the first 3 bytes of the tickets, which with the line fit into one number, as numbers are sorted fast; then,
 * where these are the same, by all bytes. Equal tickets stay in the order of their lines.
 */
function linesInOrder(records: Uint8Array): Uint32Array {
  const count = records.length / recordBytes;
  const keys = new Float64Array(count);
  for (let line = 0; line < count; line += 1) {
    const at = line * recordBytes;
    const first = ((records[at] ?? 0) << 16) | ((records[at + 1] ?? 0) << 8) | (records[at + 2] ?? 0);
    keys[line] = first * count + line;
  }
  keys.sort();
  const ticketOfLine = (line: number) => records.subarray(line * recordBytes, line * recordBytes + ticketBytes);
  const lines = new Uint32Array(count);
  let firstBefore = -1;
  for (let place = 0; place < count; place += 1) {
    const key = keys[place] ?? 0;
    const line = key % count;
    const first = (key - line) / count;
    let free = place;
    while (free > 0 && first === firstBefore) {
      const before = lines[free - 1] ?? 0;
      if (compareBytes(ticketOfLine(before), ticketOfLine(line)) <= 0) break;
      lines[free] = before;
      free -= 1;
    }
    lines[free] = line;
    firstBefore = first;
  }
  return lines;
}

/** The order of the list `shuffled`. Hex sorts as its bytes do; equal tickets (never) by id. */
export function isAheadByTicket(a: Entrant, b: Entrant): boolean {
  return a.ticket === b.ticket ? a.id < b.id : a.ticket < b.ticket;
}
