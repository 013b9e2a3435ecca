import type { PortCode } from '#core/ids.ts';
import type { Policy } from '#core/policy/policy.ts';
import { ports as knownPorts } from '#core/policy/ports.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { assumptions } from './assumptions.ts';
import { historicDraw } from './historic-draw.ts';
import { chancesOf } from './one-person.ts';
import type { Group, SeasonSize } from './population.ts';
import { streamOf } from './random.ts';
import type { PhaseName, RuleSet } from './rule-sets.ts';
import { type DayOfPhase, rush } from './rush.ts';
import { type Seeker, seekerOf } from './seeker.ts';
import { type ClosedPool, TodaysDraw } from './todays-draw.ts';

export type SeasonInput = {
  readonly seed: string;
  readonly size: SeasonSize;
  readonly population: readonly Group[];
  readonly policy: Policy;
  readonly firstDay: LocalDay;
  readonly watch?: (pool: ClosedPool) => void;
};

/** How it went. `places`: people's places that there were, all days together. */
export type Season = { readonly rules: RuleSet; readonly seekers: readonly Seeker[]; readonly places: number };

/** The same people, day by day, by one set of rules. */
export function runSeason(rules: RuleSet, input: SeasonInput): Season {
  const { seed, size, population, policy, firstDay, watch } = input;
  const seekers = population.map(seekerOf);
  const today = new TodaysDraw({ policy, firstDay, watch });
  const checks = streamOf(seed, 'checks');
  let places = 0;
  let came = 0;
  let waiting: Seeker[] = [];
  let lapsed: ReadonlyMap<PortCode, number> = new Map();

  for (let day = 0; day < size.days; day += 1) {
    const phase = rules.phaseOn(day);
    waiting = waiting.filter((seeker) => mayStillAsk(seeker, day, policy));
    const before = waiting.length;
    for (; (population[came]?.arrival ?? size.days) <= day; came += 1) {
      const seeker = seekers[came];
      if (seeker) waiting.push(seeker);
    }
    const isNewRule = phase !== rules.phaseOn(day - 1) || day === assumptions.controlsFrom.value;
    for (const seeker of isNewRule && phase !== 'today' ? waiting : waiting.slice(before))
      seeker.chances = chancesOf(seeker.group, { phase, day, deviceLimit: policy.deviceLimit }, checks);

    const fresh = placesOn(rules.placesOn(day), size.people);
    for (const people of fresh.values()) places += people;
    const random = streamOf(seed, `${rules.name}/${day}`);
    lapsed = play(phase, today, { day, seekers: waiting, places: sum(fresh, lapsed), random });
  }
  today.end(streamOf(seed, `${rules.name}/end`));
  return { rules, seekers, places };
}

function play(phase: PhaseName, today: TodaysDraw, day: DayOfPhase): ReadonlyMap<PortCode, number> {
  if (phase === 'phase-3') return historicDraw(day);
  if (phase === 'today') today.play(day);
  else rush(phase, day);
  return new Map();
}

/** Nobody who is placed comes back, and nobody whose standing request has run out. */
function mayStillAsk({ state, group }: Seeker, day: number, { signOfLifeDays }: Policy): boolean {
  return state !== 'placed' && day < group.arrival + group.patience + signOfLifeDays;
}

/** The ports' share of a day's places; of a smaller population as many fewer, so that places stay as scarce. */
function placesOn(places: number, people: number): ReadonlyMap<PortCode, number> {
  const all = knownPorts.reduce((whole, { dailyPlaces }) => whole + dailyPlaces, 0);
  const scale = (places / all) * Math.min(1, people / assumptions.people.value);
  return new Map(knownPorts.map(({ code, dailyPlaces }) => [code, Math.max(1, Math.round(dailyPlaces * scale))]));
}

/** Places of phase 3 that lapsed are given again on the next day. */
function sum(one: ReadonlyMap<PortCode, number>, other: ReadonlyMap<PortCode, number>): ReadonlyMap<PortCode, number> {
  return new Map([...one].map(([port, people]) => [port, people + (other.get(port) ?? 0)]));
}
