import type { PortCode } from '#core/ids.ts';
import { hoursToAnswer } from './answers.ts';
import { assumptions } from './assumptions.ts';
import { sortedBy } from './in-order.ts';
import { understands } from './languages.ts';
import type { OfferCounts } from './offers.ts';
import type { Stream } from './random.ts';
import { type DayOfPhase, showsUp } from './rush.ts';
import { bestOf, type Seeker, wantsPlace } from './seeker.ts';

/** Hours of an offer in phase 3, and of its one extension. Report. */
const offerHours = 23;
const extensionHours = 23;

/**
 * Phase 3: a share of each port's places to the oldest registrations, the rest at random; a group that doesn't fit is
 * skipped. Who is given a place has to answer; what lapses is given again on the next day.
 */
export class HistoricDraw {
  #cameBack: ReadonlyMap<PortCode, number> = new Map();
  #made = 0;
  #lapsed = 0;

  get offers(): OfferCounts {
    return { made: this.#made, lapsed: this.#lapsed };
  }

  play({ day, seekers, places: fresh, random }: DayOfPhase): void {
    const places = new Map([...fresh].map(([port, people]) => [port, people + (this.#cameBack.get(port) ?? 0)]));
    const asking = seekers.filter((seeker) => wantsPlace(seeker, day) && showsUp(seeker, 'phase-3', random));
    const cameBack = new Map<PortCode, number>();
    for (const [seeker, port] of chosenOf(asking, places, random)) {
      this.#made += 1;
      if (answersInTime(seeker, day, random)) {
        seeker.state = 'placed';
        seeker.placedOn = day;
      } else {
        this.#lapsed += 1;
        cameBack.set(port, (cameBack.get(port) ?? 0) + seeker.size);
      }
    }
    this.#cameBack = cameBack;
  }
}

function chosenOf(
  asking: readonly Seeker[],
  places: ReadonlyMap<PortCode, number>,
  random: Stream,
): ReadonlyMap<Seeker, PortCode> {
  const chosen = new Map<Seeker, PortCode>();
  const left = new Map([...places].map(([port, people]) => [port, oldestPart(people)]));
  const chooseInTurn = (turns: Iterable<Seeker>): void => {
    for (const seeker of turns) {
      const [port] = seeker.group.ports;
      const room = port === undefined ? 0 : (left.get(port) ?? 0);
      if (port === undefined || room < seeker.size || chosen.has(seeker)) continue;
      chosen.set(seeker, port);
      left.set(port, room - seeker.size);
      if (![...left.values()].some((people) => people > 0)) return;
    }
  };
  // They stand in the order in which they registered.
  chooseInTurn(asking);
  for (const [port, people] of places) left.set(port, people - oldestPart(people) + (left.get(port) ?? 0));
  const keys = Float64Array.from(asking, ({ chances }) => bestOf(chances, random.unit()));
  chooseInTurn(sortedBy(asking, keys));
  return chosen;
}

function answersInTime({ group }: Seeker, day: number, random: Stream): boolean {
  const hours = hoursToAnswer(group, understands(group.language, 'phase-3', day), random);
  return hours <= offerHours + (random.happens(assumptions.extends.value) ? extensionHours : 0);
}

function oldestPart(people: number): number {
  return Math.floor(people * assumptions.historicOldestShare.value);
}
