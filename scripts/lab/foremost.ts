import { type Capacity, placesOf } from '#core/draw/capacity.ts';
import type { PoolRequest } from '#core/draw/pool.ts';
import { inOrder } from './in-order.ts';

/** What the selection needs of a pool: by position, its requests and their tickets as numbers from 0 to 1. */
export type Pool = { readonly requests: readonly PoolRequest[]; readonly tickets: Float64Array };

/**
 * The positions of all requests that can get a place or set a cut-off, in ticket order. A list turns nobody away before it
 * has turned away somebody further ahead; so whoever has more people ahead of her who name the port than all lists
 * together can hold is turned away there: if none of those people were, all of them would have a place. Dropping those who
 * are that far back at each of their ports, in the order of tickets and of bands alike, changes no outcome and no cut-off.
 */
export function foremostOf({ requests, tickets }: Pool, capacity: Capacity): readonly number[] {
  const held = capacity.ports.reduce((sum, port) => sum + placesOf(port) + 2 * (capacity.maxGroup - 1), 0);
  const bands = 1 + requests.reduce((most, { band }) => Math.max(most, band), 0);
  const byBand = tickets.map((ticket, position) => ((requests[position]?.band ?? 0) + ticket) / bands);
  // Twice as far by ticket: places that come back later go to those who follow.
  const ports = capacity.ports.length;
  const found = new Set([
    ...within(requests, { keys: tickets, ports, most: 2 * held }),
    ...within(requests, { keys: byBand, ports, most: held }),
  ]);
  return [...found].sort((one, other) => (tickets[one] ?? 0) - (tickets[other] ?? 0) || one - other);
}

type Reach = { readonly keys: Float64Array; readonly ports: number; readonly most: number };

/** Those with at most `most` people ahead of them at one of their ports. */
function* within(requests: readonly PoolRequest[], { keys, ports, most }: Reach): Generator<number> {
  const ahead = new Map<string, number>();
  let open = ports;
  for (const position of inOrder(keys)) {
    if (open === 0) return;
    const request = requests[position];
    if (!request) continue;
    let isWithin = false;
    for (const port of request.ports) {
      const people = ahead.get(port) ?? 0;
      if (people > most) continue;
      isWithin = true;
      ahead.set(port, people + request.size);
      if (people + request.size > most) open -= 1;
    }
    if (isWithin) yield position;
  }
}
