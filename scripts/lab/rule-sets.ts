import { ports } from '#core/policy/ports.ts';
import { assumptions } from './assumptions.ts';

export const phaseNames = ['phase-1', 'phase-2', 'phase-3', 'today'] as const;
export type PhaseName = (typeof phaseNames)[number];

/** What a whole season is played by: one phase, or all three of history one after the other. */
export type RuleSet = {
  readonly name: string;
  readonly title: string;
  readonly short: string;
  readonly phaseOn: (day: number) => PhaseName;
  /** People a day, all ports together. */
  readonly placesOn: (day: number) => number;
};

const everyDay = ports.reduce((sum, port) => sum + port.dailyPlaces, 0);

/** The same people and places under each, so that only the rules differ; and history with its own places, to compare with what is known. */
export const ruleSets: readonly RuleSet[] = [
  wholeSeason('phase-1', { short: 'Phase 1', title: 'Phase 1: first come, at 9:00' }),
  wholeSeason('phase-2', { short: 'Phase 2', title: 'Phase 2: registered before, first come' }),
  wholeSeason('phase-3', { short: 'Phase 3', title: 'Phase 3: 23 hours, oldest and random' }),
  wholeSeason('today', { short: 'Today', title: 'Today: the draw of the policy' }),
  {
    name: 'as-it-was',
    short: 'As it was',
    title: 'As it was: phases 1, 2 and 3 in turn',
    phaseOn: phaseThen,
    placesOn: placesThen,
  },
];

const secondFrom = 42;
const thirdFrom = 118;

function wholeSeason(name: PhaseName, titles: Pick<RuleSet, 'short' | 'title'>): RuleSet {
  return { name, ...titles, phaseOn: () => name, placesOn: () => everyDay };
}

function phaseThen(day: number): PhaseName {
  if (day < secondFrom) return 'phase-1';
  return day < thirdFrom ? 'phase-2' : 'phase-3';
}

function placesThen(day: number): number {
  const { value } = assumptions.historicPlaces;
  if (day < secondFrom) return value['phase-1'];
  if (day >= thirdFrom) return value['phase-3'];
  const grown = (day - secondFrom) / (thirdFrom - secondFrom);
  return Math.round(value['phase-1'] + grown * (value['phase-2-end'] - value['phase-1']));
}
