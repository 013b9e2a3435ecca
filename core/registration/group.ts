import type { PersonId } from '#core/ids.ts';
import type { Policy } from '#core/policy/policy.ts';
import type { Problem } from '#core/problem/kinds.ts';
import { addDays } from '#core/time/day.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';

/** What somebody of the group is to its head. */
export const relationships = [
  'spouse',
  'partner',
  'child',
  'parent',
  'sibling',
  'grandparent',
  'grandchild',
  'relative',
  'other',
] as const;
export type Relationship = (typeof relationships)[number];

/** What the rules about a group look at. The first of a list is its head. */
export type GroupPerson = {
  readonly id: PersonId;
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  /** Which adult of the group answers for her while she is a minor; undefined: nobody was named. */
  readonly guardian: string | undefined;
  /** Since when she counts in the line. */
  readonly registeredAt: Instant;
};

export type GroupPolicy = Pick<Policy, 'maxGroup' | 'adultAge' | 'newbornDays'>;

/** Adult from the birthday on; who was born on 29 February, from 1 March of a common year. */
export function isAdult(birthDate: string, today: LocalDay, { adultAge }: Pick<GroupPolicy, 'adultAge'>): boolean {
  const latest = `${String(Number(today.slice(0, 4)) - adultAge).padStart(4, '0')}${today.slice(4)}`;
  return birthDate <= latest;
}

/**
 * The group's date in line: the latest of its adults', so that nobody gains a place by joining an older group, and nobody
 * loses hers by a birth. Where there is no adult, the latest of all.
 */
export function groupDate(
  people: readonly Pick<GroupPerson, 'birthDate' | 'registeredAt'>[],
  today: LocalDay,
  policy: Pick<GroupPolicy, 'adultAge'>,
): Instant {
  const adults = people.filter(({ birthDate }) => isAdult(birthDate, today, policy));
  const counting = adults.length > 0 ? adults : people;
  if (counting.length === 0) throw new Error('expected a group of at least one person, found nobody');
  return Math.max(...counting.map(({ registeredAt }) => registeredAt)) as Instant;
}

/**
 * What stands in the way of these people being one group, or null. Kinds: `group-full`, `group-needs-adult` (of several
 * one has to be an adult), `guardian-apart` (a minor's guardian has to be an adult of the same group). A head who is a
 * minor answers for herself.
 */
export function groupProblem(
  people: readonly Pick<GroupPerson, 'id' | 'birthDate' | 'guardian'>[],
  today: LocalDay,
  policy: Pick<GroupPolicy, 'adultAge' | 'maxGroup'>,
): Problem | null {
  if (people.length > policy.maxGroup) return { kind: 'group-full', numbers: { limit: policy.maxGroup } };
  const adults = people.filter(({ birthDate }) => isAdult(birthDate, today, policy));
  if (people.length > 1 && adults.length === 0) return { kind: 'group-needs-adult' };
  const isApart = people.slice(1).some((one) => !adults.includes(one) && !adults.some(({ id }) => id === one.guardian));
  return isApart ? { kind: 'guardian-apart' } : null;
}

/** Born after the group was confirmed, or at most so many days before: such a baby joins a confirmed group. */
export function isNewborn(
  birthDate: string,
  confirmedOn: LocalDay,
  { newbornDays }: Pick<GroupPolicy, 'newbornDays'>,
): boolean {
  return birthDate >= addDays(confirmedOn, -newbornDays);
}

/**
 * What a group's request or appointment lets happen to it. `free`: nothing lives. `waiting`: its request waits in an open
 * pool and follows the group. `frozen`: it is drawn with these people, or was given a place for them. `booked`: the same,
 * but for a newborn.
 */
export type GroupHold = 'free' | 'waiting' | 'frozen' | 'booked';

/** Whether people may come or go. Kinds: `group-frozen`, `group-booked`. */
export function holdProblem(hold: GroupHold): Problem | null {
  if (hold === 'frozen') return { kind: 'group-frozen' };
  return hold === 'booked' ? { kind: 'group-booked' } : null;
}
