import type { Capacity } from '#core/draw/capacity.ts';
import type { CutOffs } from '#core/draw/cut-offs.ts';
import type { Place } from '#core/draw/place-list.ts';
import { select } from '#core/draw/selection.ts';
import type { Entrant } from '#core/draw/ticket.ts';
import { foremostOf, type Pool } from './foremost.ts';

/** The foremost of a pool in ticket order, and what each got; all others got nothing. */
export type DrawOfDay = {
  readonly line: readonly { readonly position: number; readonly entrant: Entrant; readonly place: Place }[];
  readonly cutOffs: CutOffs;
};

/** The core's selection, on those of the pool who can get something. `ticketText` is by position, as the core compares it. */
export function drawOf(pool: Pool, capacity: Capacity, ticketText = textOf(pool.tickets)): DrawOfDay {
  const positions = foremostOf(pool, capacity);
  const entrants = positions.map((position): Entrant => {
    const request = pool.requests[position];
    if (!request) throw new Error(`expected a request at ${position}, found none`);
    const { id, size, band, ports } = request;
    return { id, size, band, ports, ticket: ticketText(position) };
  });
  const { places, cutOffs } = select(entrants, capacity);
  const line = entrants.map((entrant, index) => ({
    position: positions[index] ?? 0,
    entrant,
    place: places[index] ?? null,
  }));
  return { line, cutOffs };
}

function textOf(tickets: Float64Array): (position: number) => string {
  return (position) =>
    Math.floor((tickets[position] ?? 0) * 2 ** 52)
      .toString(16)
      .padStart(13, '0');
}
