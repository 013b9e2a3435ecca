import type { PortCode } from '#core/ids.ts';
import type { Policy } from '#core/policy/policy.ts';
import { ports as knownPorts } from '#core/policy/ports.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { assumptions } from './assumptions.ts';
import { HistoricDraw } from './historic-draw.ts';
import type { OfferCounts } from './offers.ts';
import { chancesOf } from './one-person.ts';
import type { Group, SeasonSize } from './population.ts';
import { streamOf } from './random.ts';
import type { RuleSet } from './rule-sets.ts';
import { rush } from './rush.ts';
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
export type Season = {
  readonly rules: RuleSet;
  readonly seekers: readonly Seeker[];
  readonly places: number;
  readonly offers: OfferCounts;
};

/** The same people, day by day, by one set of rules. */
export function runSeason(rules: RuleSet, input: SeasonInput): Season {
  const { seed, size, population, policy, firstDay, watch } = input;
  const seekers = population.map(seekerOf);
  const today = new TodaysDraw({ policy, firstDay, watch });
  const historic = new HistoricDraw();
  const checks = streamOf(seed, 'checks');
  let places = 0;
  let came = 0;
  let waiting: Seeker[] = [];

  for (let day = 0; day < size.days; day += 1) {
    const phase = rules.phaseOn(day);
    waiting = waiting.filter((seeker) => mayStillAsk(seeker, day, policy));
    const known = waiting.length;
    for (; (population[came]?.arrival ?? size.days) <= day; came += 1) waiting.push(...seekers.slice(came, came + 1));
    const areAllChecked = phase !== rules.phaseOn(day - 1) || day === assumptions.controlsFrom.value;
    for (const seeker of areAllChecked ? waiting : waiting.slice(known))
      seeker.chances = chancesOf(seeker.group, { phase, day, deviceLimit: policy.deviceLimit }, checks);

    const ofDay = {
      day,
      seekers: waiting,
      places: placesOn(rules.placesOn(day), size.people),
      random: streamOf(seed, `${rules.name}/${day}`),
    };
    for (const people of ofDay.places.values()) places += people;
    if (phase === 'today') today.play(ofDay);
    else if (phase === 'phase-3') historic.play(ofDay);
    else rush(phase, ofDay);
  }
  today.end(streamOf(seed, `${rules.name}/end`));
  const made = today.offers.made + historic.offers.made;
  return { rules, seekers, places, offers: { made, lapsed: today.offers.lapsed + historic.offers.lapsed } };
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
