import { hash } from 'node:crypto';
import type { Capacity } from '#core/draw/capacity.ts';
import { select } from '#core/draw/selection.ts';
import type { Entrant } from '#core/draw/ticket.ts';

const ports = ['calexico', 'laredo', 'nogales'];
const sizes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const groupsOfEachSize = 40;
const slot = '2027-03-21T08:00';

/** Few places a port, as it was: who sends a group away that goes over them makes it 0.85 of the average for groups of ten. */
const capacity: Capacity = {
  day: '2027-03-01',
  maxGroup: 10,
  oldestShare: 5_000,
  ports: ports.map((port) => ({ port, slots: [{ places: 50, slot }] })),
  protocol: 'puente-draw-1',
};

/**
 * What each size of group gets, as a share of what all get on average (1 is even), over so many draws. Tickets, dates and
 * wishes are new in each draw, and follow from its number: they come out the same at every run.
 */
export function chanceBySize(draws: number): ReadonlyMap<number, number> {
  const chosen = new Map(sizes.map((size) => [size, 0]));
  for (let draw = 0; draw < draws; draw += 1) {
    const entrants = sizes.flatMap((size) =>
      Array.from({ length: groupsOfEachSize }, (_, index) => entrant(size, `${draw} ${size} ${index}`)),
    );
    const { places } = select(entrants, capacity);
    for (const [index, { size }] of entrants.entries()) {
      if (places[index]) chosen.set(size, (chosen.get(size) ?? 0) + 1);
    }
  }
  const average = [...chosen.values()].reduce((sum, count) => sum + count, 0) / sizes.length;
  return new Map(Array.from(chosen, ([size, count]) => [size, count / average]));
}

function entrant(size: number, name: string): Entrant {
  const random = hash('sha512', name, 'hex');
  const [band, first, count] = [64, 68, 72].map((at) => Number.parseInt(random.slice(at, at + 4), 16));
  const from = (first ?? 0) % ports.length;
  const wished = [...ports.slice(from), ...ports.slice(0, from)].slice(0, 1 + ((count ?? 0) % ports.length));
  const ticket = random.slice(0, 64);
  return { id: ticket, ticket, size, band: (band ?? 0) % 20, ports: wished };
}
