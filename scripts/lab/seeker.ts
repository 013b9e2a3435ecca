import type { PoolRequest } from '#core/draw/pool.ts';
import type { Group } from './population.ts';

/** `offered`: has an open offer, and asks for no other. `paused`: doesn't ask at the moment. */
export type SeekerState = 'waiting' | 'offered' | 'paused' | 'placed';

/** A group during a season. It is its own line of a pool: `band` is that of the day. */
export type Seeker = PoolRequest & {
  readonly group: Group;
  band: number;
  state: SeekerState;
  /** Registrations with which it stands in a pool at once, where that helps it. */
  chances: number;
  lapses: number;
  resumesOn: number;
  /** The day of the season whose draw or rush gave the place; null until there is one. */
  placedOn: number | null;
};

export function seekerOf(group: Group): Seeker {
  return {
    id: String(group.number).padStart(8, '0'),
    size: group.size,
    ports: group.ports,
    band: 0,
    group,
    state: 'waiting',
    chances: 1,
    lapses: 0,
    resumesOn: 0,
    placedOn: null,
  };
}

/** Whether it still wants a place; it tells nobody when it no longer does. */
export function wantsPlace({ group }: Seeker, day: number): boolean {
  return day < group.arrival + group.patience;
}

/** Of as many numbers as it has registrations, the smallest: all of them are in the same draw. */
export function bestOf(chances: number, unit: number): number {
  return chances === 1 ? unit : 1 - (1 - unit) ** (1 / chances);
}
