import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Capacity, placesOf } from './capacity.ts';
import { placeByCutOffs } from './cut-offs.ts';
import type { ListName, Place } from './place-list.ts';
import { oldestPlaces, type Selection, select, selectInOrder } from './selection.ts';
import { type Entrant, isAheadByTicket } from './ticket.ts';

type Case = { readonly capacity: Capacity; readonly entrants: readonly Entrant[] };
type Stop = { readonly port: string; readonly list: ListName };

const portCodes = ['calexico', 'el-paso', 'laredo', 'nogales'];

/** Small and crowded, so that most cases turn many away more than once. */
const someCase: fc.Arbitrary<Case> = fc
  .record({
    maxGroup: fc.integer({ min: 1, max: 6 }),
    oldestShare: fc.constantFrom(0, 2_500, 5_000, 10_000),
    places: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
  })
  .chain(({ maxGroup, oldestShare, places }) => {
    const codes = portCodes.slice(0, places.length);
    const ports = codes.map((port, index) => ({
      port,
      slots: [{ places: places[index] ?? 1, slot: '2027-03-11T08:00' }],
    }));
    const capacity = { day: '2027-03-01', maxGroup, oldestShare, ports, protocol: 'puente-draw-1' } as const;
    const someEntrant = fc.record({
      ticket: fc.nat({ max: 99_999 }).map((number) => String(number).padStart(5, '0')),
      size: fc.integer({ min: 1, max: maxGroup }),
      band: fc.integer({ min: 0, max: 11 }),
      ports: fc.shuffledSubarray(codes, { minLength: 1, maxLength: Math.min(3, codes.length) }),
    });
    const entrants = fc.uniqueArray(someEntrant, { selector: ({ ticket }) => ticket, maxLength: 60, size: 'max' });
    return entrants.map((list) => ({
      capacity,
      entrants: list.map((entrant) => ({ ...entrant, id: entrant.ticket })),
    }));
  });

const runs = { numRuns: 500 };

function way(ports: readonly string[]): readonly Stop[] {
  return ports.flatMap((port) => [{ port, list: 'oldest' } as const, { port, list: 'shuffled' } as const]);
}

function roomOf(capacity: Capacity, { port, list }: Stop): number {
  const found = capacity.ports.find((other) => other.port === port);
  if (!found) throw new Error(`expected a port of the capacity, found ${port}`);
  const oldest = oldestPlaces(placesOf(found), capacity.oldestShare);
  return list === 'oldest' ? oldest : placesOf(found) - oldest;
}

function isAhead(list: ListName, a: Entrant, b: Entrant): boolean {
  return list === 'oldest' && a.band !== b.band ? a.band < b.band : isAheadByTicket(a, b);
}

function isAt(place: Place | undefined, { port, list }: Stop): boolean {
  return place?.port === port && place.list === list;
}

function keptBy({ places }: Selection, entrants: readonly Entrant[], stop: Stop): readonly Entrant[] {
  return entrants.filter((_, index) => isAt(places[index], stop));
}

function peopleIn(entrants: readonly Entrant[]): number {
  return entrants.reduce((sum, { size }) => sum + size, 0);
}

/** The protocol's sentences, round by round: all ask at once, each list looks at all who ask, those turned away go on. */
function inRounds({ capacity, entrants }: Case): readonly (Stop | null)[] {
  const stops = entrants.map(() => 0);
  for (;;) {
    const asked = entrants.map((entrant, index) => way(entrant.ports)[stops[index] ?? 0] ?? null);
    const turnedAway = entrants.map((entrant, index) => {
      const stop = asked[index];
      if (!stop) return false;
      const before = entrants.filter((other, place) => isAt(asked[place], stop) && isAhead(stop.list, other, entrant));
      return peopleIn(before) >= roomOf(capacity, stop);
    });
    if (!turnedAway.includes(true)) return asked;
    for (const [index, isTurnedAway] of turnedAway.entries()) {
      stops[index] = (stops[index] ?? 0) + (isTurnedAway ? 1 : 0);
    }
  }
}

describe('in any draw', () => {
  test('a port goes over its places by 2 × (maxGroup − 1) people at most', () => {
    fc.assert(
      fc.property(someCase, ({ capacity, entrants }) => {
        const selection = select(entrants, capacity);
        for (const port of capacity.ports) {
          const kept = entrants.filter((_, index) => selection.places[index]?.port === port.port);
          expect(peopleIn(kept)).toBeLessThanOrEqual(placesOf(port) + 2 * (capacity.maxGroup - 1));
        }
      }),
      runs,
    );
  });

  test('the two cut-offs of each port say the same as the lists', () => {
    fc.assert(
      fc.property(someCase, ({ capacity, entrants }) => {
        const { places, cutOffs } = select(entrants, capacity);
        expect(entrants.map((entrant) => placeByCutOffs(entrant, cutOffs))).toEqual(places);
      }),
      runs,
    );
  });

  test('nobody prefers a list where somebody further back was kept', () => {
    fc.assert(
      fc.property(someCase, ({ capacity, entrants }) => {
        const selection = select(entrants, capacity);
        for (const [index, entrant] of entrants.entries()) {
          const place = selection.places[index];
          const stops = way(entrant.ports);
          const got = stops.findIndex((stop) => isAt(place, stop));
          for (const preferred of stops.slice(0, got < 0 ? stops.length : got)) {
            const kept = keptBy(selection, entrants, preferred);
            expect(kept.filter((other) => isAhead(preferred.list, entrant, other))).toEqual([]);
          }
        }
      }),
      runs,
    );
  });

  test('before each who was kept stand fewer people than the list has room for, and no place is left to one turned away', () => {
    fc.assert(
      fc.property(someCase, ({ capacity, entrants }) => {
        const selection = select(entrants, capacity);
        for (const stop of capacity.ports.flatMap(({ port }) => way([port]))) {
          const kept = keptBy(selection, entrants, stop);
          for (const entrant of kept) {
            const before = kept.filter((other) => isAhead(stop.list, other, entrant));
            expect(peopleIn(before)).toBeLessThan(roomOf(capacity, stop));
          }
          const wasEverFull = selection.cutOffs[stop.port]?.[stop.list] !== null;
          if (wasEverFull) expect(peopleIn(kept)).toBeGreaterThanOrEqual(roomOf(capacity, stop));
        }
      }),
      runs,
    );
  });

  test('it does not matter who asks first', () => {
    const shuffledCase = someCase.chain((given) =>
      fc
        .shuffledSubarray([...given.entrants], { minLength: given.entrants.length })
        .map((others) => ({ given, others })),
    );
    fc.assert(
      fc.property(shuffledCase, ({ given, others }) => {
        const selection = select(given.entrants, given.capacity);
        const other = select(others, given.capacity);
        expect(other.cutOffs).toEqual(selection.cutOffs);
        const byId = new Map(others.map(({ id }, index) => [id, other.places[index]]));
        expect(given.entrants.map(({ id }) => byId.get(id))).toEqual(selection.places);
      }),
      runs,
    );
  });

  test('who is known to stand in ticket order needs no ticket to be compared', () => {
    fc.assert(
      fc.property(someCase, ({ capacity, entrants }) => {
        const inOrder = entrants.toSorted((a, b) => (isAheadByTicket(a, b) ? -1 : 1));
        const at = (index: number) => inOrder[index] as Entrant;
        const askers = { length: inOrder.length, restAt: at, ticketAt: (index: number) => at(index).ticket };
        expect(selectInOrder(askers, capacity)).toEqual(select(inOrder, capacity));
      }),
      { numRuns: 200 },
    );
  });

  test('all asking at once, round by round, comes to the same', () => {
    fc.assert(
      fc.property(someCase, (given) => {
        expect(select(given.entrants, given.capacity).places).toEqual(inRounds(given));
      }),
      { numRuns: 200 },
    );
  });
});
