import { type Capacity, placesOf } from './capacity.ts';
import type { CutOffs } from './cut-offs.ts';
import { type ListName, type Place, PlaceList } from './place-list.ts';
import type { PoolRest } from './pool.ts';
import { type Entrant, isAheadByTicket } from './ticket.ts';

/** `places[i]` is what the i-th request got. */
export type Selection = { readonly places: readonly Place[]; readonly cutOffs: CutOffs };

/** Who asks. A smaller index asks earlier, which changes nothing; who stands ahead, the tickets say. */
export type Askers = {
  readonly length: number;
  readonly restAt: (index: number) => PoolRest;
  readonly ticketAt: (index: number) => string;
};

type IsAhead = (a: number, b: number) => boolean;
type PortLists = Readonly<Record<ListName, PlaceList>>;

/** Section 3 for requests in any order. */
export function select(entrants: readonly Entrant[], capacity: Capacity): Selection {
  const at = (index: number): Entrant => entrants[index] as Entrant;
  const askers = { length: entrants.length, restAt: at, ticketAt: (index: number) => at(index).ticket };
  return deferredAcceptance(askers, capacity, (a, b) => isAheadByTicket(at(a), at(b)));
}

/** Section 3 for requests in ticket order. */
export function selectInOrder(askers: Askers, capacity: Capacity): Selection {
  return deferredAcceptance(askers, capacity, (a, b) => a < b);
}

/**
 * Requests ask one after the other, which changes nothing in the outcome: the last word of a list does not depend on
 * who asked first. Each asks each of its lists at most once, hence a million is fine.
 */
function deferredAcceptance(askers: Askers, capacity: Capacity, isAhead: IsAhead): Selection {
  const sizeOf = (request: number): number => askers.restAt(request).size;
  const isAheadByBand: IsAhead = (a, b) => {
    const [bandOfA, bandOfB] = [askers.restAt(a).band, askers.restAt(b).band];
    return bandOfA === bandOfB ? isAhead(a, b) : bandOfA < bandOfB;
  };
  const lists = new Map<string, PortLists>();
  for (const port of capacity.ports) {
    const places = placesOf(port);
    const oldest = oldestPlaces(places, capacity.oldestShare);
    lists.set(port.port, {
      oldest: new PlaceList({ port: port.port, list: 'oldest' }, { room: oldest, isAhead: isAheadByBand, sizeOf }),
      shuffled: new PlaceList({ port: port.port, list: 'shuffled' }, { room: places - oldest, isAhead, sizeOf }),
    });
  }

  /** How many lists have turned each away. Stop 0 is its first port's `oldest`, 1 that port's `shuffled`, and so on. */
  const stops = new Uint8Array(askers.length);
  const listOf = (request: number): PlaceList | null => {
    const stop = stops[request] ?? 0;
    const port = askers.restAt(request).ports[stop >> 1];
    if (port === undefined) return null;
    const found = lists.get(port);
    if (found === undefined) throw new Error(`expected a port of the capacity, found ${port}`);
    return stop % 2 === 0 ? found.oldest : found.shuffled;
  };

  const toAsk: number[] = [];
  for (let first = 0; first < askers.length; first += 1) {
    for (let request: number | undefined = first; request !== undefined; request = toAsk.pop()) {
      const before = toAsk.length;
      listOf(request)?.ask(request, toAsk);
      for (const turnedAway of toAsk.slice(before)) stops[turnedAway] = (stops[turnedAway] ?? 0) + 1;
    }
  }
  const places = Array.from({ length: askers.length }, (_, request) => listOf(request)?.place ?? null);
  return { places, cutOffs: cutOffsOf(lists, askers) };
}

/** Q_p = floor(C_p × share / 10000), in two steps so that the product stays exact for any C_p. */
export function oldestPlaces(places: number, share: number): number {
  return Math.floor(places / 10_000) * share + Math.floor(((places % 10_000) * share) / 10_000);
}

function cutOffsOf(lists: ReadonlyMap<string, PortLists>, askers: Askers): CutOffs {
  const keyOf = (cutOff: number | null, withBand: boolean): string | null => {
    if (cutOff === null) return null;
    const ticket = askers.ticketAt(cutOff);
    return withBand ? `${askers.restAt(cutOff).band} ${ticket}` : ticket;
  };
  return Object.fromEntries(
    [...lists].map(([port, { oldest, shuffled }]) => [
      port,
      { oldest: keyOf(oldest.cutOff, true), shuffled: keyOf(shuffled.cutOff, false) },
    ]),
  );
}
