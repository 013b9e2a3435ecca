import { expect, test } from 'vitest';
import { chancesOf, type Rules } from './one-person.ts';
import type { Group } from './population.ts';
import type { Stream } from './random.ts';

const group: Group = {
  number: 0,
  kind: 'again',
  size: 1,
  ports: [],
  language: 'es',
  phone: 'good',
  arrival: 0,
  patience: 60,
  registrations: 100,
  devices: 2,
};

/** What is hidden by chance, stays hidden where `unit` is below the chance. */
const streamAt = (unit: number): Stream => ({
  unit: () => unit,
  exponential: (mean) => mean,
  happens: (share) => unit < share,
});
const rules = (phase: Rules['phase'], day = 0): Rules => ({ phase, day, deviceLimit: 3 });

test.each<[string, { given: Rules; unit: number; chances: number }]>([
  ['phases 1 and 2 look for nobody', { given: rules('phase-1'), unit: 0, chances: 100 }],
  ['nor does phase 3, before its controls came', { given: rules('phase-3', 167), unit: 0, chances: 100 }],
  ['then a device registers so often at most', { given: rules('phase-3', 168), unit: 0, chances: 6 }],
  ['and half of the others are found', { given: rules('phase-3', 168), unit: 0.6, chances: 1 }],
  ['today the policy limits devices', { given: rules('today'), unit: 0, chances: 6 }],
  ['and hides one further registration in ten', { given: rules('today'), unit: 0.11, chances: 1 }],
])('%s', (_, { given, unit, chances }) => {
  expect(chancesOf(group, given, streamAt(unit))).toBe(chances);
});

test('the policy’s device limit counts', () => {
  expect(chancesOf(group, { ...rules('today'), deviceLimit: 10 }, streamAt(0))).toBe(20);
});

test('a group that each member registers is found where one of its people is', () => {
  const each: Group = { ...group, kind: 'each-member', size: 3, registrations: 3, devices: 3 };
  expect(chancesOf(each, rules('today'), streamAt(0.01))).toBe(1);
  expect(chancesOf(each, rules('today'), streamAt(0.0001))).toBe(3);
});

test('who registered once has one chance', () => {
  expect(chancesOf({ ...group, kind: 'honest', registrations: 1 }, rules('phase-1'), streamAt(0))).toBe(1);
});
