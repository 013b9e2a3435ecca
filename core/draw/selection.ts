import { type Capacity, placesOf } from './capacity.ts';
import type { CutOffs } from './cut-offs.ts';
import { type Asker, type ListName, type Place, PlaceList } from './place-list.ts';
import { type Entrant, isAheadByBand, isAheadByTicket } from './ticket.ts';

/** `places[i]` is what `entrants[i]` got. */
export type Selection = { readonly places: readonly Place[]; readonly cutOffs: CutOffs };

type PortLists = Readonly<Record<ListName, PlaceList>>;

/**
 * Section 3: deferred acceptance. Requests ask in the order given, which changes nothing in the outcome: the last
 * word of a list does not depend on who asked first. Each asks each of its lists at most once, hence a million is fine.
 */
export function select(entrants: readonly Entrant[], capacity: Capacity): Selection {
  const lists = new Map(capacity.ports.map((port) => [port.port, listsOf(placesOf(port), capacity.oldestShare)]));
  const askers: readonly Asker[] = entrants.map((entrant) => ({ entrant, stop: 0 }));

  for (const first of askers) {
    const toAsk = [first];
    for (let asker = toAsk.pop(); asker !== undefined; asker = toAsk.pop()) {
      const place = placeAt(asker);
      if (place === null) continue;
      for (const turnedAway of listAt(lists, place).ask(asker)) {
        turnedAway.stop += 1;
        toAsk.push(turnedAway);
      }
    }
  }
  return { places: askers.map(placeAt), cutOffs: cutOffsOf(lists) };
}

/** Q_p = floor(C_p × share / 10000), in two steps so that the product stays exact for any C_p. */
export function oldestPlaces(places: number, share: number): number {
  return Math.floor(places / 10_000) * share + Math.floor(((places % 10_000) * share) / 10_000);
}

function listsOf(places: number, share: number): PortLists {
  const oldest = oldestPlaces(places, share);
  return { oldest: new PlaceList(oldest, isAheadByBand), shuffled: new PlaceList(places - oldest, isAheadByTicket) };
}

/** Where a request stands on its way; null at the end of it. */
function placeAt({ entrant, stop }: Asker): Place {
  const port = entrant.ports[Math.floor(stop / 2)];
  return port === undefined ? null : { port, list: stop % 2 === 0 ? 'oldest' : 'shuffled' };
}

function listAt(lists: ReadonlyMap<string, PortLists>, { port, list }: NonNullable<Place>): PlaceList {
  const found = lists.get(port);
  if (found === undefined) throw new Error(`expected a port of the capacity, found ${port}`);
  return found[list];
}

function cutOffsOf(lists: ReadonlyMap<string, PortLists>): CutOffs {
  return Object.fromEntries(
    [...lists].map(([port, { oldest, shuffled }]) => [
      port,
      {
        oldest: oldest.cutOff && `${oldest.cutOff.band} ${oldest.cutOff.ticket}`,
        shuffled: shuffled.cutOff && shuffled.cutOff.ticket,
      },
    ]),
  );
}
