import type { PortCode } from '#core/ids.ts';
import { assumptions } from './assumptions.ts';
import { sortedBy } from './in-order.ts';
import { understands } from './languages.ts';
import type { Stream } from './random.ts';
import { type Seeker, wantsPlace } from './seeker.ts';

export type DayOfPhase = {
  readonly day: number;
  readonly seekers: readonly Seeker[];
  /** People, by port. */
  readonly places: ReadonlyMap<PortCode, number>;
  readonly random: Stream;
};

export type RushPhase = 'phase-1' | 'phase-2';

/**
 * Phases 1 and 2: all begin in the same second, and who is through first takes what is left, if the whole group fits. In
 * phase 1 she picks among the days and ports that she sees, in phase 2 she has named one port.
 */
export function rush(phase: RushPhase, { day, seekers, places, random }: DayOfPhase): void {
  const tries = seekers.filter((seeker) => wantsPlace(seeker, day) && showsUp(seeker, phase, random));
  const usual = assumptions.fillSeconds.value[phase];
  const keys = Float64Array.from(tries, (seeker) => {
    const seconds = random.exponential(meanSeconds(seeker, phase, day));
    // Into 0 to 1 without a change of the order.
    return seconds / (seconds + usual);
  });
  const left = new Map(places);
  for (const seeker of sortedBy(tries, keys)) {
    const named = phase === 'phase-1' ? seeker.group.ports : seeker.group.ports.slice(0, 1);
    const port = named.find((one) => (left.get(one) ?? 0) >= seeker.size);
    if (port === undefined) continue;
    left.set(port, (left.get(port) ?? 0) - seeker.size);
    seeker.state = 'placed';
    seeker.placedOn = day;
    if (![...left.values()].some((people) => people > 0)) return;
  }
}

/** Whether she asks on that day: in the rush, and in phase 3 at some time of 23 hours. A program never misses a day. */
export function showsUp({ group }: Seeker, phase: RushPhase | 'phase-3', random: Stream): boolean {
  if (group.kind === 'bot') return true;
  return random.happens(
    assumptions.showsUp.value[phase] * (group.phone === 'slow' ? assumptions.showsUpSlow.value : 1),
  );
}

function meanSeconds({ group }: Seeker, phase: RushPhase, day: number): number {
  if (group.kind === 'bot') return assumptions.botSeconds.value;
  const factor = { yes: 1, ...assumptions.strangeLanguageFactor.value }[understands(group.language, phase, day)];
  const seconds = assumptions.fillSeconds.value[phase] + (group.size - 1) * assumptions.fillSecondsMember.value[phase];
  const atOnce = Math.min(group.registrations, group.devices);
  return (
    (seconds * factor * (group.phone === 'slow' ? assumptions.slowPhoneFactor.value : 1)) /
    assumptions.passShare.value[phase] /
    atOnce
  );
}
