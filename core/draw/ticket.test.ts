import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromHex, nobleHash } from './hash.ts';
import { parsePool } from './pool.ts';
import { shuffle, ticketOf } from './ticket.ts';

const seed = '5a'.repeat(32);
const rules = { capacity: { maxGroup: 1, ports: [{ port: 'laredo', slots: [] }] }, bounds: 0 };
const idOf = (index: number) => index.toString(16).padStart(64, '0');

function poolOf(count: number) {
  const pool = parsePool(Array.from({ length: count }, (_, index) => `${idOf(index)}\t1\t0\tlaredo\n`).join(''), rules);
  if (!pool.ok) throw new Error(JSON.stringify(pool.error));
  return pool.value;
}

test('a ticket is the HMAC of the raw id under the seed', () => {
  const expected = createHmac('sha256', fromHex(seed))
    .update(fromHex(idOf(7)))
    .digest('hex');
  expect(ticketOf(seed, idOf(7))).toBe(expected);
});

test('requests stand in the order of their tickets, however alike these begin; equal ones in the order of their ids', () => {
  // Three tickets that differ in their last byte alone, or in their first, or not at all.
  const someTicket = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }));
  fc.assert(
    fc.property(fc.array(someTicket, { maxLength: 40 }), (ends) => {
      const tickets = ends.map(([first, last]) => new Uint8Array(32).fill(first, 0, 1).fill(last, 31));
      const hash = { ...nobleHash, hmacSha256: (_: Uint8Array, id: Uint8Array) => tickets[id[31] ?? 0] ?? id };
      const shuffled = shuffle(poolOf(ends.length), seed, hash);
      const order = Array.from(
        { length: shuffled.length },
        (_, place) => shuffled.ticketAt(place) + shuffled.idAt(place),
      );
      expect(order).toEqual(order.toSorted());
      expect(new Set(order).size).toBe(ends.length);
    }),
  );
});
