import type { Group, Member } from './model.ts';

export function isGrown({ birthDate }: Pick<Member, 'birthDate'>): boolean {
  // Nobody in these runs comes of age: they last a year or two.
  return birthDate < '2005';
}

export function counting(group: Group): readonly Member[] {
  return group.members.filter(({ since }) => since !== null);
}

/** Whoever answered for her went another way: until another is named, something about her is missing. */
export function isGuardianAsked(member: Member): boolean {
  return !isGrown(member) && member.guardian === null;
}

/** The first of a list answers for herself; every other minor needs an adult of the same group. */
export function problemOf(people: readonly Member[]): string | null {
  const grown = people.filter(isGrown);
  if (people.length > 1 && grown.length === 0) return 'group-needs-adult';
  const isApart = people.slice(1).some((one) => !isGrown(one) && !grown.some(({ id }) => id === one.guardian));
  return isApart ? 'guardian-apart' : null;
}
