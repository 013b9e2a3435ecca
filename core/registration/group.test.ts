import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '#core/ids.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';
import { type GroupPerson, groupDate, groupProblem, holdProblem, isAdult, isNewborn } from './group.ts';

const policy = { adultAge: 18, maxGroup: 12, newbornDays: 30 };
const today = '2027-03-10' as LocalDay;
const at = (day: number) => (day * 86_400_000) as Instant;
const person = (...[id, birthDate, day, guardian]: [string, string, number, string?]): GroupPerson => ({
  id: id as PersonId,
  birthDate,
  guardian,
  registeredAt: at(day),
});
const marie = person('marie', '1990-01-01', 10);
const jean = person('jean', '1988-01-01', 20);
const tiJo = person('ti jo', '2020-01-01', 30, 'marie');

describe('an adult', () => {
  test.each([
    ['on the 18th birthday', '2009-03-10', true],
    ['not the day before', '2009-03-11', false],
    ['born today is none', '2027-03-10', false],
  ] as const)('%s (%s): %s', (...[, birthDate, expected]) => {
    expect(isAdult(birthDate, today, policy)).toBe(expected);
  });
  test('born on 29 February: from 1 March of a common year', () => {
    expect(isAdult('2008-02-29', '2026-02-28' as LocalDay, policy)).toBe(false);
    expect(isAdult('2008-02-29', '2026-03-01' as LocalDay, policy)).toBe(true);
  });
});

describe('the date of a group', () => {
  test.each([
    ['is that of her who is alone', [marie], 10],
    ['is the latest of its adults’', [marie, jean], 20],
    ['is not moved by a minor', [marie, tiJo], 10],
    ['goes back when the later adult leaves', [marie, tiJo], 10],
    ['is the latest of all where nobody is an adult', [tiJo, person('lia', '2012-01-01', 40)], 40],
    ['is moved by who turned 18', [marie, person('ana', '2009-03-10', 30)], 30],
  ] as const)('%s', (_title, people, day) => {
    expect(groupDate(people, today, policy)).toBe(at(day));
  });
});

describe('a group', () => {
  const twelve = Array.from({ length: 12 }, (_, index) => person(`p${index}`, '1990-01-01', 1));
  test.each([
    ['of one adult', [marie], null],
    ['of one minor, who answers for herself', [tiJo], null],
    ['of a mother and her child', [marie, tiJo], null],
    ['of twelve', twelve, null],
    ['of thirteen', [...twelve, marie], 'group-full'],
    ['of minors only', [person('lia', '2012-01-01', 1), tiJo], 'group-needs-adult'],
    ['whose child’s guardian is not in it', [jean, tiJo], 'guardian-apart'],
    ['whose child has no guardian', [marie, person('lia', '2012-01-01', 1)], 'guardian-apart'],
    ['whose child’s guardian is a minor', [marie, tiJo, person('lia', '2012-01-01', 1, 'ti jo')], 'guardian-apart'],
    ['with a minor as its head and an adult in it', [person('lia', '2012-01-01', 1), jean], null],
  ] as const)('%s', (_title, people, kind) => {
    expect(groupProblem(people, today, policy)?.kind ?? null).toBe(kind);
  });

  test('of any people: where nothing is wrong, each minor but the head has an adult beside her, and they are 12 at most', () => {
    const anybody = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e') as fc.Arbitrary<PersonId>,
      birthDate: fc.constantFrom('1980-01-01', '2009-03-10', '2009-03-11', '2020-05-05', '2027-03-09'),
      guardian: fc.constantFrom(undefined, 'a', 'b', 'c', 'd', 'e'),
      registeredAt: fc.integer({ min: 1, max: 400 }).map(at),
    });
    const groups = fc.uniqueArray(anybody, { minLength: 1, maxLength: 14, selector: (one) => one.id });
    fc.assert(
      fc.property(groups, (people) => {
        if (groupProblem(people, today, policy)) return;
        const adults = people.filter(({ birthDate }) => isAdult(birthDate, today, policy));
        expect(people.length).toBeLessThanOrEqual(12);
        for (const one of people.slice(1)) {
          if (!adults.includes(one)) expect(adults.map(({ id }) => id)).toContain(one.guardian);
        }
        const dates = (adults.length > 0 ? adults : people).map(({ registeredAt }) => registeredAt);
        expect(groupDate(people, today, policy)).toBe(Math.max(...dates));
      }),
    );
  });
});

test('a newborn is born after the confirming, or up to 30 days before', () => {
  expect(isNewborn('2027-03-12', today, policy)).toBe(true);
  expect(isNewborn('2027-02-08', today, policy)).toBe(true);
  expect(isNewborn('2027-02-07', today, policy)).toBe(false);
});

test('people come and go while nothing lives or the request waits', () => {
  expect(['free', 'waiting', 'frozen', 'booked'].map((hold) => holdProblem(hold as 'free')?.kind ?? null)).toEqual([
    null,
    null,
    'group-frozen',
    'group-booked',
  ]);
});
