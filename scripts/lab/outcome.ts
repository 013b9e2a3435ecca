import { grouped } from '../catalogs/grouped.ts';
import { assumptions } from './assumptions.ts';
import { type Kind, kinds, languages, phones } from './population.ts';
import type { Season } from './season.ts';
import type { Seeker } from './seeker.ts';

/** What became of some people. `chance`: of an appointment by the end of the season. Waits are in days, of those who got one. */
export type Outcome = {
  readonly name: string;
  readonly groups: number;
  readonly people: number;
  readonly chance: number;
  /** Appointments for 1,000 days that a person waited: fair to those who came late. */
  readonly perThousandDays: number;
  readonly halfWaited: number | null;
  readonly nineOfTenWaited: number | null;
};

export type Dimension = {
  readonly name: string;
  readonly title: string;
  readonly outcomes: readonly Outcome[];
};

/** A cheater's odds of an appointment by those of honest people in groups of the same size: 1 is what fair rules give. */
export type Odds = { readonly kind: Kind; readonly ratio: number | null };

export type SeasonOutcome = {
  readonly rules: string;
  readonly title: string;
  readonly short: string;
  readonly places: number;
  readonly placedPeople: number;
  /** Share of the offers that nobody confirmed in time; null where the rules make none. */
  readonly lapsed: number | null;
  readonly dimensions: readonly Dimension[];
  readonly odds: readonly Odds[];
};

export const kindTitles: Readonly<Record<Kind, string>> = {
  honest: 'honest',
  again: 'one person, many registrations',
  'each-member': 'each member registers the group',
  bot: 'a program at the opening second',
};

/** All but the first table are of honest people, so that cheaters don't blur them. */
export function outcomeOf({ rules, seekers, places, offers }: Season, days: number): SeasonOutcome {
  const honest = seekers.filter(({ group }) => group.kind === 'honest');
  const sizes = Object.keys(assumptions.groupsBySize.value);
  const months = Array.from({ length: Math.ceil(days / 30) }, (_, month) => month);
  const tables: readonly [string, string, readonly Seeker[], readonly string[], (seeker: Seeker) => string][] = [
    [
      'kind',
      'By how they go about it',
      seekers,
      kinds.map((kind) => kindTitles[kind]),
      ({ group }) => kindTitles[group.kind],
    ],
    ['size', 'Honest people by the size of their group', honest, sizes, ({ size }) => String(size)],
    ['phone', 'Honest people by their phone and line', honest, phones, ({ group }) => group.phone],
    ['language', 'Honest people by language', honest, languages, ({ group }) => group.language],
    [
      'arrival',
      'Honest people by when they came',
      honest,
      ['first day', ...months.map(monthTitle)],
      ({ group }) => arrivalTitle(group.arrival),
    ],
  ];
  const dimensions = tables.map(([name, title, of, names, nameOf]) => ({
    name,
    title,
    outcomes: outcomesBy(of, { names, nameOf, days }),
  }));
  return {
    rules: rules.name,
    title: rules.title,
    short: rules.short,
    places,
    placedPeople: peopleIn(seekers.filter(({ placedOn }) => placedOn !== null)),
    lapsed: offers.made === 0 ? null : rounded(offers.lapsed / offers.made),
    dimensions,
    odds: oddsOf(seekers),
  };
}

type By = {
  readonly names: readonly string[];
  readonly nameOf: (seeker: Seeker) => string;
  readonly days: number;
};

function outcomesBy(seekers: readonly Seeker[], { names, nameOf, days }: By): readonly Outcome[] {
  const byName = grouped(seekers, nameOf);
  return names.flatMap((name) => {
    const some = byName.get(name);
    return some ? [outcome(name, some, days)] : [];
  });
}

function outcome(name: string, seekers: readonly Seeker[], days: number): Outcome {
  const placed = seekers.filter(({ placedOn }) => placedOn !== null);
  const [people, placedPeople] = [peopleIn(seekers), peopleIn(placed)];
  const waited = seekers.reduce((sum, seeker) => sum + seeker.size * daysWaited(seeker, days), 0);
  const waits = placed.map((seeker) => (seeker.placedOn ?? 0) - seeker.group.arrival).sort((a, b) => a - b);
  return {
    name,
    groups: seekers.length,
    people,
    chance: rounded(placedPeople / people),
    perThousandDays: rounded((1000 * placedPeople) / waited),
    halfWaited: waits[Math.floor(waits.length / 2)] ?? null,
    nineOfTenWaited: waits[Math.floor(waits.length * 0.9)] ?? null,
  };
}

/** Until the place, the end of the season, or until they go another way; the first day counts. */
function daysWaited({ group, placedOn }: Seeker, days: number): number {
  return 1 + Math.floor(Math.min(placedOn ?? days, days - 1, group.arrival + group.patience)) - group.arrival;
}

/** Groups of one size at a time, and all sizes together by Mantel and Haenszel: a large group is not taken for a fair one. */
function oddsOf(seekers: readonly Seeker[]): readonly Odds[] {
  return kinds.flatMap((kind) => (kind === 'honest' ? [] : [{ kind, ratio: oddsRatio(seekers, kind) }]));
}

function oddsRatio(seekers: readonly Seeker[], kind: Kind): number | null {
  let [over, under] = [0, 0];
  for (const some of grouped(seekers, ({ size }) => size).values()) {
    const counts = { of: [0, 0], honest: [0, 0] };
    for (const { group, placedOn } of some) {
      const row = group.kind === kind ? counts.of : group.kind === 'honest' ? counts.honest : null;
      const column = placedOn === null ? 1 : 0;
      if (row) row[column] = (row[column] ?? 0) + 1;
    }
    const [placed = 0, without = 0] = counts.of;
    const [honestPlaced = 0, honestWithout = 0] = counts.honest;
    const all = placed + without + honestPlaced + honestWithout || 1;
    over += (placed * honestWithout) / all;
    under += (without * honestPlaced) / all;
  }
  return under === 0 ? null : rounded(over / under);
}

function arrivalTitle(arrival: number): string {
  return arrival === 0 ? 'first day' : monthTitle(Math.floor(arrival / 30));
}

function monthTitle(month: number): string {
  return `days ${month * 30 + 1} to ${month * 30 + 30}`;
}

function peopleIn(seekers: readonly Seeker[]): number {
  return seekers.reduce((sum, { size }) => sum + size, 0);
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
