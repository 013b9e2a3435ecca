import type { PortCode } from '#core/ids.ts';
import { hoursToAnswer } from './answers.ts';
import { assumptions } from './assumptions.ts';
import { inOrder } from './in-order.ts';
import { understands } from './languages.ts';
import { type DayOfPhase, showsUp } from './rush.ts';
import { bestOf, type Seeker, wantsPlace } from './seeker.ts';

/** Hours of an offer in phase 3, and of its one extension. Report. */
const offerHours = 23;
const extensionHours = 23;

/**
 * Phase 3: a share of each port's places to the oldest registrations, the rest at random; a group that doesn't fit is
 * skipped. Who is given a place has to answer; gives the people's places that lapsed, by port.
 */
export function historicDraw({ day, seekers, places, random }: DayOfPhase): ReadonlyMap<PortCode, number> {
  const asking = seekers.filter((seeker) => wantsPlace(seeker, day) && showsUp(seeker, 'phase-3', random));
  const given = new Set<Seeker>();
  const lapsed = new Map<PortCode, number>();
  const giveInTurn = (turns: Iterable<Seeker>, left: Map<PortCode, number>): void => {
    for (const seeker of turns) {
      const [port] = seeker.group.ports;
      const room = port === undefined ? 0 : (left.get(port) ?? 0);
      if (port === undefined || room < seeker.size || given.has(seeker)) continue;
      given.add(seeker);
      left.set(port, room - seeker.size);
      if (![...left.values()].some((people) => people > 0)) return;
    }
  };

  const left = new Map([...places].map(([port, people]) => [port, oldestPart(people)]));
  giveInTurn(asking, left);
  for (const [port, people] of places) left.set(port, people - oldestPart(people) + (left.get(port) ?? 0));
  const keys = Float64Array.from(asking, ({ chances }) => bestOf(chances, random.unit()));
  giveInTurn(taken(asking, inOrder(keys)), left);

  for (const seeker of given) {
    const heard = understands(seeker.group.language, 'phase-3', day);
    const hours = hoursToAnswer(seeker.group, heard, random);
    const longer = random.happens(assumptions.extends.value) ? extensionHours : 0;
    const [port] = seeker.group.ports;
    if (hours <= offerHours + longer) {
      seeker.state = 'placed';
      seeker.placedOn = day;
    } else if (port !== undefined) lapsed.set(port, (lapsed.get(port) ?? 0) + seeker.size);
  }
  return lapsed;
}

function oldestPart(people: number): number {
  return Math.floor(people * assumptions.historicOldestShare.value);
}

function* taken(seekers: readonly Seeker[], positions: Iterable<number>): Generator<Seeker> {
  for (const position of positions) {
    const seeker = seekers[position];
    if (seeker) yield seeker;
  }
}
