import { Heap } from './heap.ts';
import type { Entrant } from './ticket.ts';

/** The two lists that each port keeps (section 3). */
export type ListName = 'oldest' | 'shuffled';

/** What a request got, or null. */
export type Place = { readonly port: string; readonly list: ListName } | null;

/** A request on its way: `stop` 0 is its first port's `oldest`, 1 that port's `shuffled`, 2 its next port's `oldest`… */
export type Asker = { readonly entrant: Entrant; stop: number };

type IsAhead = (a: Entrant, b: Entrant) => boolean;

/**
 * One list of one port. It keeps everybody before whom stand fewer people than it has room for. So with room for 3
 * and kept groups of 2 and 2 (the second has 2 people before it), a single person further back is turned away.
 */
export class PlaceList {
  readonly #room: number;
  readonly #isAhead: IsAhead;
  readonly #kept: Heap<Asker>;
  #people = 0;
  #cutOff: Entrant | null = null;

  constructor(room: number, isAhead: IsAhead) {
    this.#room = room;
    this.#isAhead = isAhead;
    this.#kept = new Heap((a, b) => isAhead(a.entrant, b.entrant));
  }

  /** The foremost of all that the list ever turned away. */
  get cutOff(): Entrant | null {
    return this.#cutOff;
  }

  /** Takes the asker in, then turns away, from the back, all who no longer have their place: perhaps the asker. */
  ask(asker: Asker): readonly Asker[] {
    this.#kept.add(asker);
    this.#people += asker.entrant.size;
    const turnedAway: Asker[] = [];
    for (;;) {
      const last = this.#kept.last();
      if (last === undefined || this.#people - last.entrant.size < this.#room) return turnedAway;
      this.#kept.removeLast();
      this.#people -= last.entrant.size;
      turnedAway.push(last);
      if (this.#cutOff === null || this.#isAhead(last.entrant, this.#cutOff)) this.#cutOff = last.entrant;
    }
  }
}
