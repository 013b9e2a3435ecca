import type { Policy } from '#core/policy/policy.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { type ExactDay, runExactly } from './exact.ts';
import { type ChanceBySize, fairnessBySize } from './fairness.ts';
import { type Linkage, linkageOf, type Publication, type PublishedDay } from './linkage.ts';
import { type Advantage, advantageOfOldest } from './oldest.ts';
import type { Asked } from './options.ts';
import { outcomeOf, type SeasonOutcome } from './outcome.ts';
import { populationOf } from './population.ts';
import { runSeason } from './season.ts';
import type { ClosedPool } from './todays-draw.ts';

/** All that a run found out; the same for the same seed, size and policy, on every machine. */
export type Findings = {
  readonly seed: string;
  readonly people: number;
  readonly groups: number;
  readonly days: number;
  readonly policy: Pick<Policy, 'name' | 'from' | 'oldestShare' | 'bandSize' | 'maxGroup' | 'deviceLimit'>;
  readonly seasons: readonly SeasonOutcome[];
  readonly draws: number;
  readonly bySize: readonly ChanceBySize[];
  readonly oldest: readonly Advantage[];
  readonly linkage: readonly Linkage[];
  readonly exact: readonly ExactDay[];
};

export type Told = (what: string) => void;

/** A day of a season that begins like the predecessor's, on 12 January. */
const firstDay = '2027-01-12' as LocalDay;
/** The lists of 30 days, from the 61st: the first rush is past. */
const linkedFrom = 60;
const linkedDays = 30;

export function runLaboratory(asked: Asked, tell: Told): Findings {
  const { seed, size, rules, policy, draws } = asked;
  const population = populationOf(seed, size);
  tell(`${population.length} groups of ${size.people} people, ${size.days} days, policy ${policy.name}, seed ${seed}`);
  const published: PublishedDay[] = [];
  const exact: ExactDay[] = [];
  const sampled = sampleDays(asked);
  const watch = (pool: ClosedPool) => {
    if (isLinked(pool.day, size.days)) published.push({ day: pool.day, seekers: pool.seekers });
    if (!sampled.includes(pool.day)) return;
    exact.push(runExactly(pool, policy, seed));
    tell(`${pool.capacity.day} through the whole protocol`);
  };
  const seasons = rules.map((set) => {
    const season = runSeason(set, { seed, size, population, policy, firstDay, watch });
    tell(`${set.title}: done`);
    return outcomeOf(season, size.days);
  });
  const bySize = fairnessBySize(policy, draws, seed);
  tell(`${draws} draws by size of the group: done`);
  const linkage = published.length < 2 ? [] : publications(policy).map((one) => linkageOf(published, one, firstDay));
  const { name, from, oldestShare, bandSize, maxGroup, deviceLimit } = policy;
  return {
    seed,
    people: size.people,
    groups: population.length,
    days: size.days,
    policy: { name, from, oldestShare, bandSize, maxGroup, deviceLimit },
    seasons,
    draws,
    bySize,
    oldest: advantageOfOldest(policy, seed),
    linkage,
    exact,
  };
}

/** The policy first, then what would hide more. */
function publications({ bandSize }: Policy): readonly Publication[] {
  return [
    { bandSize, ports: 3 },
    { bandSize: 5 * bandSize, ports: 3 },
    { bandSize: 20 * bandSize, ports: 3 },
    { bandSize: Number.MAX_SAFE_INTEGER, ports: 3 },
    { bandSize: 20 * bandSize, ports: 2 },
    { bandSize: 20 * bandSize, ports: 1 },
  ];
}

function isLinked(day: number, days: number): boolean {
  const from = Math.min(linkedFrom, Math.max(0, days - linkedDays));
  return day >= from && day < from + linkedDays;
}

/** In the middle of as many equal parts of the season. */
function sampleDays({ exactDays, size }: Asked): readonly number[] {
  return Array.from({ length: exactDays }, (_, part) => Math.floor(((part + 0.5) * size.days) / exactDays));
}
