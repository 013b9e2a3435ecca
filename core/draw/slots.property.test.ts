import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { announce } from './announce.ts';
import { writeCapacity } from './capacity.ts';
import { chainSecret } from './chain.ts';
import { toHex } from './hash.ts';
import { type PoolRequest, writePool } from './pool.ts';
import { runDraw } from './run-draw.ts';

const codes = ['laredo', 'nogales'];
const slotKey = '5a'.repeat(32);
const chain = { last: new Uint8Array(32).fill(7), length: 3 };

/** Crowded: more people than places in most cases, groups that are larger than a slot among them. */
const someDraw = fc.integer({ min: 1, max: 12 }).chain((maxGroup) =>
  fc.record({
    maxGroup: fc.constant(maxGroup),
    oldestShare: fc.constantFrom(0, 5_000, 10_000),
    places: fc.array(fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 4 }), {
      minLength: 2,
      maxLength: 2,
    }),
    groups: fc.array(
      fc.record({
        size: fc.integer({ min: 1, max: maxGroup }),
        ports: fc.shuffledSubarray(codes, { minLength: 1, maxLength: 2 }),
      }),
      { maxLength: 40, size: 'max' },
    ),
  }),
);

type SomeDraw = typeof someDraw extends fc.Arbitrary<infer Value> ? Value : never;

function drawn({ maxGroup, oldestShare, places, groups }: SomeDraw) {
  const ports = codes.map((port, index) => ({
    port,
    slots: (places[index] ?? []).map((count, hour) => ({ places: count, slot: `2027-03-21T0${hour}:00` })),
  }));
  const capacity = writeCapacity({ day: '2027-03-11', maxGroup, oldestShare, ports });
  const requests = groups.map(
    (group, index): PoolRequest => ({ ...group, id: toHex(new Uint8Array(32).fill(index + 1)), band: 0 }),
  );
  const [tip, reveal] = [chainSecret(chain, 0), chainSecret(chain, 1)];
  if (!capacity.ok || !tip.ok || !reveal.ok) throw new Error('expected a sound capacity and chain');
  const texts = { pool: writePool(requests), capacity: capacity.value };
  const announcement = announce({
    ...texts,
    bands: [],
    draw: 1,
    drandRound: null,
    policy: 'test',
    parties: [{ name: 'operator', tip: toHex(tip.value) }],
    previousResult: null,
    slotKey,
  });
  if (!announcement.ok) throw new Error(JSON.stringify(announcement.error));
  const openings = { reveals: [toHex(reveal.value)], drandSignature: null, slotKey };
  const draw = runDraw({ ...texts, ...openings, announcement: announcement.value });
  if (!draw.ok) throw new Error(JSON.stringify(draw.error));
  return { chosen: draw.value.chosen, requests, ports };
}

describe('in any draw', () => {
  test('a group is together at one port and in one slot, or not at all', () => {
    fc.assert(
      fc.property(someDraw, (some) => {
        const { chosen, requests } = drawn(some);
        expect(new Set(chosen.map(({ id }) => id)).size).toBe(chosen.length);
        for (const { id, size, port } of chosen) {
          const group = requests.find((request) => request.id === id);
          expect(group?.size).toBe(size);
          expect(group?.ports).toContain(port);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('a slot goes over its places by maxGroup − 1 people at most, the last of a port by twice as many', () => {
    fc.assert(
      fc.property(someDraw, (some) => {
        const { chosen, ports } = drawn(some);
        for (const { port, slots } of ports) {
          for (const [index, { slot, places }] of slots.entries()) {
            const people = chosen
              .filter((one) => one.port === port && one.slot === slot)
              .reduce((sum, { size }) => sum + size, 0);
            const over = (some.maxGroup - 1) * (index === slots.length - 1 ? 2 : 1);
            expect(people).toBeLessThanOrEqual(places + over);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
