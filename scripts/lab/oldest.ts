import { protocol } from '#core/draw/forms.ts';
import { oldestPlaces, select } from '#core/draw/selection.ts';
import { type Entrant, isAheadByTicket } from '#core/draw/ticket.ts';
import type { Policy } from '#core/policy/policy.ts';
import { type Stream, streamOf } from './random.ts';

/** How much better the chance of the oldest band is than that of all others: 1 is no better. */
export type Advantage = {
  /** Of those who ask, the part that is in the oldest band. */
  readonly part: number;
  readonly today: number;
  /** If the shuffled list were filled before the list of the oldest. */
  readonly shuffledFirst: number;
};

const parts = [0.05, 0.1, 0.25, 0.5, 0.75];
const people = 400;
const places = 40;
const draws = 60;

/** One port, people who come alone, two bands: what the share of the oldest gives, by how many the oldest are. */
export function advantageOfOldest(policy: Policy, seed: string): readonly Advantage[] {
  return parts.map((part) => {
    const random = streamOf(seed, `oldest/${part}`);
    const [today, shuffledFirst] = [new Chances(), new Chances()];
    for (let draw = 0; draw < draws; draw += 1) {
      const entrants = someEntrants(part, random);
      today.count(entrants, keptToday(entrants, policy));
      shuffledFirst.count(entrants, keptShuffledFirst(entrants, policy));
    }
    return { part, today: today.advantage, shuffledFirst: shuffledFirst.advantage };
  });
}

class Chances {
  readonly #kept = [0, 0];
  readonly #all = [0, 0];

  count(entrants: readonly Entrant[], kept: ReadonlySet<Entrant>): void {
    for (const entrant of entrants) {
      this.#all[entrant.band] = (this.#all[entrant.band] ?? 0) + 1;
      if (kept.has(entrant)) this.#kept[entrant.band] = (this.#kept[entrant.band] ?? 0) + 1;
    }
  }

  get advantage(): number {
    const [oldest = 0, others = 0] = this.#kept.map((kept, band) => kept / (this.#all[band] ?? 1));
    return Number((oldest / others).toPrecision(3));
  }
}

function someEntrants(part: number, random: Stream): readonly Entrant[] {
  return Array.from({ length: people }, (_, index) => ({
    id: String(index),
    size: 1,
    band: index < part * people ? 0 : 1,
    ports: ['laredo'],
    ticket: random.unit().toFixed(12),
  }));
}

function keptToday(entrants: readonly Entrant[], { maxGroup, oldestShare }: Policy): ReadonlySet<Entrant> {
  const ports = [{ port: 'laredo', slots: [{ places, slot: '2027-03-11T08:00' }] }];
  const selection = select(entrants, { day: '2027-03-01', maxGroup, oldestShare, ports, protocol });
  return new Set(entrants.filter((_, index) => selection.places[index]));
}

function keptShuffledFirst(entrants: readonly Entrant[], { oldestShare }: Policy): ReadonlySet<Entrant> {
  const forOldest = oldestPlaces(places, oldestShare);
  const shuffled = [...entrants].sort((a, b) => (isAheadByTicket(a, b) ? -1 : 1)).slice(0, places - forOldest);
  const kept = new Set(shuffled);
  const byBand = entrants
    .filter((entrant) => !kept.has(entrant))
    .sort((a, b) => a.band - b.band || (isAheadByTicket(a, b) ? -1 : 1));
  return new Set([...shuffled, ...byBand.slice(0, forOldest)]);
}
