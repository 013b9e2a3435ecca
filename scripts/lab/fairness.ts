import { type Capacity, placesOf } from '#core/draw/capacity.ts';
import { protocol } from '#core/draw/forms.ts';
import { select } from '#core/draw/selection.ts';
import { type Entrant, isAheadByTicket } from '#core/draw/ticket.ts';
import type { Policy } from '#core/policy/policy.ts';
import { ports as knownPorts } from '#core/policy/ports.ts';
import { type Stream, streamOf } from './random.ts';

/** The chance of groups of a size, by that of all groups: 1 is the same for all. */
export type ChanceBySize = {
  readonly size: number;
  readonly groups: number;
  readonly today: number;
  /** If groups that don't fit were skipped, as the predecessor may have done. */
  readonly skipping: number;
};

/** Groups of each size in a draw, and of the places of a real day one in so many: as scarce as ever, and quick. */
const groupsOfEachSize = 10;
const placesDividedBy = 10;

/** Many draws of one crowded pool with as many groups of each size, by today's rule and by the one that skips. */
export function fairnessBySize(policy: Policy, draws: number, seed: string): readonly ChanceBySize[] {
  const random = streamOf(seed, 'fairness');
  const capacity = smallCapacity(policy);
  const sizes = Array.from({ length: policy.maxGroup }, (_, index) => index + 1);
  const today = new Map<number, number>();
  const skipping = new Map<number, number>();
  for (let draw = 0; draw < draws; draw += 1) {
    const entrants = someEntrants(sizes, random);
    const { places } = select(entrants, capacity);
    for (const [index, { size }] of entrants.entries()) if (places[index]) count(today, size);
    for (const { size } of keptBySkipping(entrants, capacity)) count(skipping, size);
  }
  const groups = draws * groupsOfEachSize;
  const mean = (counts: ReadonlyMap<number, number>) =>
    [...counts.values()].reduce((sum, kept) => sum + kept, 0) / sizes.length;
  return sizes.map((size) => ({
    size,
    groups,
    today: ratio(today.get(size), mean(today)),
    skipping: ratio(skipping.get(size), mean(skipping)),
  }));
}

function someEntrants(sizes: readonly number[], random: Stream): readonly Entrant[] {
  const entrants: Entrant[] = [];
  for (const size of sizes) {
    for (let group = 0; group < groupsOfEachSize; group += 1) {
      entrants.push({
        id: String(entrants.length),
        size,
        band: Math.floor(random.unit() * 3),
        ports: somePorts(random),
        ticket: ticketText(random),
      });
    }
  }
  return entrants;
}

function somePorts(random: Stream): readonly string[] {
  const many = 1 + Math.floor(random.unit() * 3);
  const found = new Set<string>();
  while (found.size < many) found.add(knownPorts[Math.floor(random.unit() * knownPorts.length)]?.code ?? '');
  return [...found];
}

function ticketText(random: Stream): string {
  return Math.floor(random.unit() * 2 ** 32)
    .toString(16)
    .padStart(8, '0');
}

function smallCapacity({ maxGroup, oldestShare }: Policy): Capacity {
  const slot = '2027-03-11T08:00';
  const ports = knownPorts.map(({ code, dailyPlaces }) => ({
    port: code,
    slots: [{ places: Math.ceil(dailyPlaces / placesDividedBy), slot }],
  }));
  return { day: '2027-03-01', maxGroup, oldestShare, ports, protocol };
}

/** Each in ticket order takes the first of her ports where the whole group fits. */
function keptBySkipping(entrants: readonly Entrant[], capacity: Capacity): readonly Entrant[] {
  const left = new Map(capacity.ports.map((port) => [port.port, placesOf(port)]));
  return [...entrants]
    .sort((a, b) => (isAheadByTicket(a, b) ? -1 : 1))
    .filter(({ ports, size }) => {
      const port = ports.find((one) => (left.get(one) ?? 0) >= size);
      if (port !== undefined) left.set(port, (left.get(port) ?? 0) - size);
      return port !== undefined;
    });
}

function count(counts: Map<number, number>, size: number): void {
  counts.set(size, (counts.get(size) ?? 0) + 1);
}

function ratio(kept: number | undefined, mean: number): number {
  return Number(((kept ?? 0) / mean).toFixed(4));
}
