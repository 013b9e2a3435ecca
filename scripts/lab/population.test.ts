import { expect, test } from 'vitest';
import { assumptions } from './assumptions.ts';
import { type Group, populationOf } from './population.ts';

const groups = populationOf('1', { people: 40_000, days: 219 });
const peopleOf = (some: readonly Group[]) => some.reduce((sum, { size }) => sum + size, 0);
const people = peopleOf(groups);

test('the same seed gives the same people, another one others', () => {
  expect(populationOf('1', { people: 2_000, days: 219 })).toEqual(populationOf('1', { people: 2_000, days: 219 }));
  expect(populationOf('2', { people: 2_000, days: 219 })).not.toEqual(populationOf('1', { people: 2_000, days: 219 }));
});

test('they come in the order of their numbers, a third of them on the first day', () => {
  expect(groups.map(({ arrival }) => arrival)).toEqual(groups.map(({ arrival }) => arrival).toSorted((a, b) => a - b));
  expect(groups.at(-1)?.arrival).toBe(218);
  const firstDay = peopleOf(groups.filter(({ arrival }) => arrival === 0)) / people;
  expect(firstDay).toBeCloseTo(assumptions.firstDayPeople.value / assumptions.people.value, 2);
});

test('four in a hundred people register ten times or more, each of them alone', () => {
  const again = groups.filter(({ kind }) => kind === 'again');
  expect(peopleOf(again) / people).toBeCloseTo(assumptions.aloneAgain.value, 2);
  for (const { size, registrations } of again) {
    expect(size).toBe(1);
    expect(registrations).toBeGreaterThanOrEqual(10);
    expect(registrations).toBeLessThanOrEqual(assumptions.mostAgain.value);
  }
});

test('languages are spoken as often as in the report, and each group names one to three ports, none twice', () => {
  const spanish = peopleOf(groups.filter(({ language }) => language === 'es')) / people;
  expect(spanish).toBeCloseTo(0.577, 1);
  expect([...new Set(groups.map(({ ports }) => ports.length))].toSorted()).toEqual([1, 2, 3]);
  expect(groups.filter(({ ports }) => new Set(ports).size < ports.length)).toEqual([]);
});

test('every figure says where it comes from', () => {
  for (const { source, means } of Object.values(assumptions)) {
    expect(source).toMatch(/report|assumption/);
    expect(means).not.toBe('');
  }
});
