import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Capacity } from '#core/draw/capacity.ts';
import { select } from '#core/draw/selection.ts';
import { drawOf } from './draw-of-day.ts';
import { foremostOf, type Pool } from './foremost.ts';

const portCodes = ['calexico', 'laredo', 'nogales'];

/** Many who ask for few places, so that most are too far back. */
const crowded = fc
  .record({
    places: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
    maxGroup: fc.integer({ min: 1, max: 3 }),
    oldestShare: fc.constantFrom(0, 2_500, 5_000, 10_000),
  })
  .chain(({ places, maxGroup, oldestShare }) => {
    const codes = portCodes.slice(0, places.length);
    const ports = codes.map((port, index) => ({
      port,
      slots: [{ places: places[index] ?? 1, slot: '2027-03-11T08:00' }],
    }));
    const capacity: Capacity = { day: '2027-03-01', maxGroup, oldestShare, ports, protocol: 'puente-draw-1' };
    const someone = fc.record({
      size: fc.integer({ min: 1, max: maxGroup }),
      band: fc.integer({ min: 0, max: 4 }),
      ports: fc.shuffledSubarray(codes, { minLength: 1 }),
      ticket: fc.integer({ min: 0, max: 2 ** 20 - 1 }).map((number) => number / 2 ** 20),
    });
    return fc.array(someone, { minLength: 100, maxLength: 200 }).map((people) => ({
      capacity,
      pool: {
        requests: people.map(({ size, band, ports: asked }, index) => ({
          id: String(index).padStart(3, '0'),
          size,
          band,
          ports: asked,
        })),
        tickets: Float64Array.from(people, ({ ticket }) => ticket),
      },
    }));
  });

function selectAll({ requests, tickets }: Pool, capacity: Capacity) {
  const entrants = requests.map((request, index) => ({
    ...request,
    ticket: Math.floor((tickets[index] ?? 0) * 2 ** 20)
      .toString(16)
      .padStart(5, '0'),
  }));
  return select(entrants, capacity);
}

test('leaving out those who are too far back changes no place and no cut-off', () => {
  let left = 0;
  fc.assert(
    fc.property(crowded, ({ pool, capacity }) => {
      const all = selectAll(pool, capacity);
      const { line, cutOffs } = drawOf(pool, capacity, (position) =>
        Math.floor((pool.tickets[position] ?? 0) * 2 ** 20)
          .toString(16)
          .padStart(5, '0'),
      );
      const places = new Map(line.map(({ position, place }) => [position, place]));
      expect(pool.requests.map((_, position) => places.get(position) ?? null)).toEqual(all.places);
      expect(cutOffs).toEqual(all.cutOffs);
      left += pool.requests.length - line.length;
    }),
    { numRuns: 200 },
  );
  // Otherwise nothing was tried.
  expect(left).toBeGreaterThan(1_000);
});

test('the foremost come in ticket order', () => {
  fc.assert(
    fc.property(crowded, ({ pool, capacity }) => {
      const tickets = foremostOf(pool, capacity).map((position) => pool.tickets[position] ?? 0);
      expect(tickets).toEqual(tickets.toSorted((a, b) => a - b));
    }),
    { numRuns: 50 },
  );
});
