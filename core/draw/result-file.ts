import type { Place } from './place-list.ts';
import type { Entrant } from './ticket.ts';

/** Section 5: `ticket TAB id TAB outcome` for each request, in ticket order; outcome is `port SPACE list` or `-`. */
export function writeResult(entrants: readonly Entrant[], places: readonly Place[]): string {
  return entrants.map(({ ticket, id }, index) => `${ticket}\t${id}\t${outcome(places[index])}\n`).join('');
}

function outcome(place: Place | undefined): string {
  return place ? `${place.port} ${place.list}` : '-';
}
