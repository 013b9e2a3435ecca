import { Heap } from './heap.ts';

/** The two lists that each port keeps (section 3). */
export type ListName = 'oldest' | 'shuffled';

/** What a request got, or null. */
export type Place = { readonly port: string; readonly list: ListName } | null;

/** Of two requests, by the numbers that the selection calls them. */
type IsAhead = (a: number, b: number) => boolean;

type Rules = { readonly room: number; readonly isAhead: IsAhead; readonly sizeOf: (request: number) => number };

/**
 * One list of one port. It keeps everybody before whom stand fewer people than it has room for. So with room for 3
 * and kept groups of 2 and 2 (the second has 2 people before it), a single person further back is turned away.
 */
export class PlaceList {
  readonly place: Place;
  readonly #rules: Rules;
  readonly #kept: Heap<number>;
  #people = 0;
  #cutOff: number | null = null;

  constructor(place: Place, rules: Rules) {
    this.place = place;
    this.#rules = rules;
    this.#kept = new Heap(rules.isAhead);
  }

  /** The foremost of all that the list ever turned away. */
  get cutOff(): number | null {
    return this.#cutOff;
  }

  /**
   * Takes the request in, then turns away, from the back, all who no longer have their place, perhaps the one who asks:
   * they are put on `turnedAway`.
   */
  ask(request: number, turnedAway: number[]): void {
    const { room, isAhead, sizeOf } = this.#rules;
    // Before somebody who was turned away stand enough people, now and later: so for all who stand behind her.
    if (this.#cutOff !== null && isAhead(this.#cutOff, request)) {
      turnedAway.push(request);
      return;
    }
    this.#kept.add(request);
    this.#people += sizeOf(request);
    for (;;) {
      const last = this.#kept.last();
      if (last === undefined || this.#people - sizeOf(last) < room) return;
      this.#kept.removeLast();
      this.#people -= sizeOf(last);
      turnedAway.push(last);
      if (this.#cutOff === null || isAhead(last, this.#cutOff)) this.#cutOff = last;
    }
  }
}
