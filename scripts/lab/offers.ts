import type { FreedState } from '#core/draw/freed-places.ts';
import { nextInLine } from '#core/draw/freed-places.ts';
import type { Place } from '#core/draw/place-list.ts';
import type { Entrant } from '#core/draw/ticket.ts';
import { freedDeadline, lastAnswerAt } from '#core/offer/freed-offer.ts';
import { afterOffer, newOffer, type OfferDeadline } from '#core/offer/offer.ts';
import type { Policy } from '#core/policy/policy.ts';
import { mostLapses } from '#core/pool/standing-request.ts';
import { addHours } from '#core/time/day.ts';
import type { Instant } from '#core/time/instant.ts';
import { hoursToAnswer } from './answers.ts';
import { assumptions } from './assumptions.ts';
import { understands } from './languages.ts';
import type { Stream } from './random.ts';
import { type Seeker, wantsPlace } from './seeker.ts';

export type Drawn = {
  readonly day: number;
  readonly now: Instant;
  readonly startsAt: Instant;
  readonly random: Stream;
  /** The foremost, in ticket order. */
  readonly line: readonly { readonly seeker: Seeker; readonly entrant: Entrant; readonly place: Place }[];
};

/** A draw whose places can still come back. */
type OpenDraw = Pick<Drawn, 'day' | 'now' | 'startsAt'> & {
  readonly unplaced: readonly Entrant[];
  readonly seekers: ReadonlyMap<string, Seeker>;
  readonly state: FreedState & {
    readonly free: Map<string, number>;
    readonly shut: Set<string>;
    readonly passed: Set<string>;
  };
};

/** An offer that will end without a confirmation, and when. */
type Ending = {
  readonly at: Instant;
  readonly seeker: Seeker;
  readonly port: string;
  readonly draw: OpenDraw;
  readonly why: 'lapsed' | 'disqualified';
};

/** Offers, and of these those that nobody confirmed in time. */
export type OfferCounts = { readonly made: number; readonly lapsed: number };

const millisecondsPerDay = 86_400_000;

/** What becomes of offers, by the core's deadlines, and who gets the places that come back, by the core's line. */
export class Offers {
  readonly #policy: Policy;
  #made = 0;
  #lapsed = 0;
  /** Latest first. */
  #endings: Ending[] = [];

  constructor({ policy }: { readonly policy: Policy }) {
    this.#policy = policy;
  }

  get counts(): OfferCounts {
    return { made: this.#made, lapsed: this.#lapsed };
  }

  drawn({ day, now, startsAt, random, line }: Drawn): void {
    const draw: OpenDraw = {
      day,
      now,
      startsAt,
      unplaced: line.flatMap(({ entrant, place }) => (place ? [] : [entrant])),
      seekers: new Map(line.map(({ seeker }) => [seeker.id, seeker])),
      state: { free: new Map(), shut: new Set(), passed: new Set() },
    };
    for (const { seeker, place } of line)
      if (place) this.#offer({ draw, seeker, port: place.port, random }, now, newOffer(now, this.#policy));
  }

  /** Ends all offers that end up to `until`, in turn, and hands their places on. */
  settle(until: Instant, random: Stream): void {
    for (let ending = this.#endings.at(-1); ending && ending.at <= until; ending = this.#endings.at(-1)) {
      this.#endings.pop();
      const { at, seeker, port, draw, why } = ending;
      this.#ended(ending);
      draw.state.shut.delete(port);
      draw.state.free.set(port, (draw.state.free.get(port) ?? 0) + seeker.size);
      this.#handOn(draw, at, random);
      if (why === 'disqualified') seeker.chances = 1;
    }
  }

  #handOn(draw: OpenDraw, now: Instant, random: Stream): void {
    const { free, shut, passed } = draw.state;
    const deadlineAt = freedDeadline(now, draw.startsAt, this.#policy);
    for (let turn = nextInLine(draw.unplaced, draw.state); turn; turn = nextInLine(draw.unplaced, draw.state)) {
      const { request, port } = turn;
      const seeker = draw.seekers.get(request.id);
      if (deadlineAt === null) shut.add(port);
      else passed.add(request.id);
      if (deadlineAt === null || seeker?.state !== 'waiting') continue;
      free.set(port, (free.get(port) ?? 0) - seeker.size);
      this.#offer({ draw, seeker, port, random }, now, { state: 'open', deadlineAt });
    }
  }

  #offer(
    { draw, seeker, port, random }: Pick<Ending, 'draw' | 'seeker' | 'port'> & { readonly random: Stream },
    madeAt: Instant,
    offer: OfferDeadline,
  ): void {
    const hours = this.#policy;
    const day = draw.day + Math.floor((madeAt - draw.now) / millisecondsPerDay);
    const heard = understands(seeker.group.language, 'today', day);
    const answersAt = addHours(madeAt, hoursToAnswer(seeker.group, heard, random));
    const extendsIt = random.happens(assumptions.extends.value);
    const isFurther = random.happens(1 - 1 / seeker.chances);
    const isFound = isFurther && random.happens(assumptions.foundAtConfirming.value);
    seeker.state = 'offered';
    this.#made += 1;
    const latestAt = lastAnswerAt(draw.startsAt, this.#policy);
    const longer = afterOffer(offer, 'extend', { now: madeAt, hours, latestAt });
    const last = extendsIt && longer.ok ? longer.value : offer;
    const confirmed = wantsPlace(seeker, day) && afterOffer(last, 'confirm', { now: answersAt, hours }).ok;
    if (confirmed && !isFound) {
      seeker.state = 'placed';
      seeker.placedOn = day;
      return;
    }
    const at = confirmed ? answersAt : last.deadlineAt;
    this.#add({ at, seeker, port, draw, why: confirmed ? 'disqualified' : 'lapsed' });
  }

  #add(ending: Ending): void {
    const index = this.#endings.findLastIndex(({ at }) => at >= ending.at);
    this.#endings.splice(index + 1, 0, ending);
  }

  /** The second lapse pauses her request; who still wants a place goes on after some days. */
  #ended({ at, seeker, draw, why }: Ending): void {
    seeker.state = 'waiting';
    if (why === 'disqualified') return;
    this.#lapsed += 1;
    seeker.lapses += 1;
    if (seeker.lapses < mostLapses) return;
    seeker.state = 'paused';
    seeker.lapses = 0;
    const day = draw.day + Math.ceil((at - draw.now) / millisecondsPerDay);
    seeker.resumesOn = day + assumptions.resumesAfterDays.value;
  }
}
