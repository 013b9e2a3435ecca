import { beforeAll, describe, expect, test } from 'vitest';
import { shippedPolicies } from '#core/policy/policies.ts';
import { type Policy, policyNamed, readPolicy } from '#core/policy/policy.ts';
import { ports as knownPorts } from '#core/policy/ports.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { outcomeOf } from './outcome.ts';
import { type Group, type Kind, populationOf } from './population.ts';
import { ruleSets } from './rule-sets.ts';
import { runSeason, type Season } from './season.ts';
import type { Seeker } from './seeker.ts';

const policy = policyNamed('2027-01', shippedPolicies);
const size = { people: 30_000, days: 60 };
const firstDay = '2027-01-12' as LocalDay;
let population: readonly Group[];
const seasons = new Map<string, Season>();

function playedBy(name: string, by: Policy = policy): Season {
  const rules = ruleSets.find((one) => one.name === name);
  if (!rules) throw new Error(`expected rules named ${name}`);
  return runSeason(rules, { seed: '1', size, population, policy: by, firstDay });
}

beforeAll(() => {
  population = populationOf('1', size);
  for (const { name } of ruleSets) seasons.set(name, playedBy(name));
});

function seekersOf(name: string): readonly Seeker[] {
  return seasons.get(name)?.seekers ?? [];
}

function chanceOf(seekers: readonly Seeker[], of: (seeker: Seeker) => boolean): number {
  const some = seekers.filter(of);
  return some.filter(({ placedOn }) => placedOn !== null).length / some.length;
}

const ofKind = (kind: Kind) => (seeker: Seeker) => seeker.group.kind === kind && seeker.size === 1;
const isHonest = ofKind('honest');

describe.each(ruleSets.map(({ name }) => name))('by %s', (name) => {
  test('who is placed had come, and still wanted a place', () => {
    const wrong = seekersOf(name).filter(
      ({ placedOn, group }) =>
        placedOn !== null && (placedOn < group.arrival || placedOn > group.arrival + group.patience),
    );
    expect(wrong).toEqual([]);
  });

  test('no more places are given than there are, but for today’s reserve; and few are wasted', () => {
    const all = seekersOf(name).reduce((sum, { placedOn, size: people }) => sum + (placedOn === null ? 0 : people), 0);
    const aDay = (seasons.get(name)?.places ?? 0) / size.days;
    expect(all).toBeGreaterThan(0.8 * aDay * size.days);
    expect(all).toBeLessThanOrEqual((aDay + (name === 'today' ? knownPorts.length * policy.reserve : 0)) * size.days);
  });
});

test('a program at the opening second wins the rush, and nothing in the draw', () => {
  for (const phase of ['phase-1', 'phase-2']) expect(chanceOf(seekersOf(phase), ofKind('bot'))).toBeGreaterThan(0.5);
  const today = seekersOf('today');
  expect(chanceOf(today, ofKind('bot'))).toBeLessThan(2 * chanceOf(today, isHonest));
});

test('many registrations multiplied the chance in phase 3, and don’t today', () => {
  const then = seekersOf('phase-3');
  expect(chanceOf(then, ofKind('again'))).toBeGreaterThan(3 * chanceOf(then, isHonest));
  const today = seekersOf('today');
  expect(chanceOf(today, ofKind('again'))).toBeLessThan(1.3 * chanceOf(today, isHonest));
});

test('a slow phone halved the chance in the rush, and costs little today', () => {
  const slowBy = (name: string) => {
    const of = (phone: string) => (seeker: Seeker) => isHonest(seeker) && seeker.group.phone === phone;
    return chanceOf(seekersOf(name), of('slow')) / chanceOf(seekersOf(name), of('good'));
  };
  expect(slowBy('phase-1')).toBeLessThan(0.6);
  expect(slowBy('today')).toBeGreaterThan(0.85);
});

test('the same seed gives the same season', () => {
  const again = playedBy('today').seekers.map(({ placedOn }) => placedOn);
  expect(again).toEqual(seekersOf('today').map(({ placedOn }) => placedOn));
});

describe('a changed policy changes the season', () => {
  const changed = (change: Partial<Policy>) => playedBy('today', readPolicy({ ...policy, ...change, name: '2027-02' }));

  test('the larger the share of the oldest, the less is left to those who came late', () => {
    const late = (seekers: readonly Seeker[]) =>
      chanceOf(seekers, ({ group }) => group.arrival >= 20) / chanceOf(seekers, ({ group }) => group.arrival === 0);
    const [none, half, all] = [
      changed({ oldestShare: 0 }).seekers,
      seekersOf('today'),
      changed({ oldestShare: 10_000 }).seekers,
    ].map(late);
    expect(half).toBeLessThan(none ?? 0);
    // Places that come back go by ticket alone: some are left.
    expect(all).toBeLessThan(0.7 * (half ?? 0));
  });

  test('an hour to answer in: offers lapse, and slow phones lose', () => {
    const slow = ({ seekers }: Season) => {
      const of = (phone: string) => (seeker: Seeker) => isHonest(seeker) && seeker.group.phone === phone;
      return chanceOf(seekers, of('slow')) / chanceOf(seekers, of('good'));
    };
    expect(slow(changed({ offerHours: 1, extensionHours: 0 }))).toBeLessThan(0.8);
  });

  test('a smaller largest group: larger ones can’t ask', () => {
    const { seekers } = changed({ maxGroup: 3, reserve: 4 });
    expect(chanceOf(seekers, ({ size: people }) => people > 3)).toBe(0);
  });
});

test('a sign of life asked for more often leaves fewer offers to nobody', () => {
  const lapsed = ({ offers }: Season) => offers.lapsed / offers.made;
  const often = playedBy('today', readPolicy({ ...policy, name: '2027-02', signOfLifeDays: 7 }));
  expect(lapsed(often)).toBeLessThan(0.8 * lapsed(playedBy('today')));
});

test('the outcome counts everybody once, and odds compare groups of one size', () => {
  const season = seasons.get('phase-3');
  if (!season) throw new Error('expected a season of phase 3');
  const { dimensions, odds, placedPeople } = outcomeOf(season, size.days);
  const [kinds] = dimensions;
  const people = season.seekers.reduce((sum, { size: count }) => sum + count, 0);
  expect(kinds?.outcomes.reduce((sum, outcome) => sum + outcome.people, 0)).toBe(people);
  const byKind = kinds?.outcomes.reduce((sum, outcome) => sum + outcome.people * outcome.chance, 0) ?? 0;
  expect(byKind / placedPeople).toBeCloseTo(1, 2);
  const chance = chanceOf(season.seekers, ofKind('again'));
  const honest = chanceOf(season.seekers, isHonest);
  const expected = chance / (1 - chance) / (honest / (1 - honest));
  expect((odds.find(({ kind }) => kind === 'again')?.ratio ?? 0) / expected).toBeCloseTo(1, 2);
});
