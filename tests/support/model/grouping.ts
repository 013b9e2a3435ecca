import type { PersonId, RegistrationId } from '#core/ids.ts';
import { addDays } from '#core/time/day.ts';
import type { Instant } from '#core/time/instant.ts';
import { dayIn } from '#core/time/zone.ts';
import { helpWith } from './answering.ts';
import {
  bookedOf,
  type Group,
  groupOf,
  liveAsk,
  type Member,
  type Model,
  never,
  policy,
  slotAt,
  tell,
  theGroup,
  withdrawHelp,
} from './model.ts';
import { zone } from './places.ts';
import { counting, isGrown, isGuardianAsked, problemOf } from './together.ts';

type Hold = 'free' | 'waiting' | 'frozen' | 'booked';

export function holdOf(model: Model, { id }: Group): Hold {
  if (bookedOf(model, id)) return 'booked';
  const ask = liveAsk(model, id);
  if (!ask) return 'free';
  return ask.state === 'waiting' ? 'waiting' : 'frozen';
}

/** While a place is drawn or held, nobody comes or goes. */
function holdProblem(hold: Hold): string | null {
  if (hold === 'frozen') return 'group-frozen';
  return hold === 'booked' ? 'group-booked' : null;
}

/** The latest date of its adults; what waits in an open pool follows. Who may ask again is asked for each day again. */
export function settle(model: Model, group: Group): void {
  const people = counting(group);
  const grown = people.filter(isGrown);
  const dates = (grown.length > 0 ? grown : people).map(({ since }) => since ?? 0);
  group.since = Math.max(...dates) as Instant;
  group.size = people.length;
  const ask = liveAsk(model, group.id);
  if (ask?.state === 'waiting') Object.assign(ask, { size: group.size, since: group.since });
  if (group.standing?.reason === 'guardian-apart' && !problemOf(people)) {
    const live = { state: 'live', reason: null, lastSignAt: model.now, warnedDays: null, lookedDay: never } as const;
    Object.assign(group.standing, live);
  }
}

export type Newcomer = { readonly id: PersonId; readonly birthDate: string };

/** Whether there may be room for one more, before anything about her is known. */
export function mayAdd(model: Model, who: string): string | null {
  const group = groupOf(model, who);
  if (!group || group.joinedInto) return 'registration-incomplete';
  return holdOf(model, group) === 'frozen' ? 'group-frozen' : null;
}

/** Somebody about whom all is answered, and her head wants her to count. */
export function add(model: Model, group: Group, { id, birthDate }: Newcomer): string {
  const [first] = group.members;
  const guardian = isGrown({ birthDate }) ? null : (first?.id ?? null);
  const [position = 12] = freePositions(group.members, 1, 2);
  const member: Member = { id, birthDate, position, since: null, home: null, guardian, wasHead: false };
  group.members.push(member);
  sortMembers(group);
  return admit(model, group, member);
}

export function admit(model: Model, group: Group, member: Member): string {
  const hold = holdOf(model, group);
  if (isGuardianAsked(member)) return 'registration-incomplete';
  if (hold === 'frozen') return 'group-frozen';
  const together = group.members.filter((one) => one.since !== null || one === member);
  const problem = problemOf(together);
  if (problem) return problem;
  if (hold === 'booked') return admitNewborn(model, group, member);
  member.since = model.now;
  settle(model, group);
  return 'group';
}

/** One place more in the slot of a confirmed group; where there is none, a person looks for one. */
export function admitNewborn(model: Model, group: Group, newborn: Member): string {
  const booked = bookedOf(model, group.id);
  if (!booked) return 'group-frozen';
  if (newborn.birthDate < addDays(dayIn(booked.bookedAt, zone), -policy.newbornDays)) return 'not-a-newborn';
  const slot = slotAt(model, booked.offer.port, booked.slot);
  if (slot.taken + 1 > slot.places + slot.reserve) {
    helpWith(model, { groupId: group.id, step: 'newborn', isPlain: true });
    return 'assisted';
  }
  slot.taken += 1;
  booked.size += 1;
  newborn.since = model.now;
  settle(model, group);
  tell(model, group.id, 'confirmed');
  return 'confirmation';
}

export function remove(model: Model, { who, person }: { readonly who: string; readonly person: PersonId }): string {
  const group = groupOf(model, who);
  if (!group || group.joinedInto) return 'not-found';
  const going = group.members.find(({ id, position }) => id === person && position !== 1);
  if (!going) return 'not-found';
  const problem = going.since === null ? null : holdProblem(holdOf(model, group));
  if (problem) return problem;
  if (going.home) return sendHome(model, theGroup(model, going.home), group);
  if (group.members.some(({ guardian }) => guardian === person)) return 'guardian-needed';
  group.members = group.members.filter((one) => one !== going);
  settle(model, group);
  return 'ok';
}

/** Some go their own way. Gives them, the one who will be their head first. */
export function split(
  model: Model,
  { who, people }: { readonly who: string; readonly people: readonly PersonId[] },
): string | readonly Member[] {
  const group = groupOf(model, who);
  if (!group || group.joinedInto) return 'registration-incomplete';
  const problem = holdProblem(holdOf(model, group));
  if (problem) return problem;
  const going = counting(group)
    .filter(({ id, position, home }) => people.includes(id) && position !== 1 && home === null)
    .toSorted((one, other) => Number(isGrown(other)) - Number(isGrown(one)));
  const [leader] = going;
  if (!leader) return 'fields';
  if (!isGrown(leader)) return 'group-needs-adult';
  const staying = counting(group).filter((one) => !going.includes(one));
  return problemOf(going) ?? problemOf(staying) ?? going;
}

/** With the code of the split, somebody who had no registration heads those who left. Everybody keeps her date. */
export function takeOver(
  model: Model,
  from: Group,
  { who, id, going, ports }: { who: string; id: RegistrationId; going: readonly Member[]; ports: Group['ports'] },
): void {
  from.members = from.members.filter((one) => !going.includes(one));
  settle(model, from);
  const members = going.map((one, index) => ({ ...one, position: index + 1, wasHead: index === 0 }));
  startGroup(model, { who, id, members, ports });
}

export function startGroup(
  model: Model,
  { who, id, members, ports }: { who: string; id: RegistrationId; members: readonly Member[]; ports: Group['ports'] },
): void {
  const dated = { since: model.now, size: members.length, ports, hasTerms: true };
  const group: Group = { id, joinedInto: null, ...dated, members: [...members], standing: null, told: [] };
  model.groups.set(id, group);
  model.accounts.set(who, id);
  settle(model, group);
}

/** Brings all her people into another's group. */
export function join(model: Model, { who, into }: { readonly who: string; readonly into: string }): string {
  const there = groupOf(model, into);
  if (!there || there.joinedInto) return 'registration-incomplete';
  const closed = holdProblem(holdOf(model, there));
  if (closed) return closed;
  const mine = groupOf(model, who);
  if (!mine) return 'registration-incomplete';
  if (mine.joinedInto) return 'in-a-group';
  const hold = holdOf(model, mine);
  // Her own request would be asked for nobody.
  if (hold === 'waiting') return 'already-asked';
  const problem = holdProblem(hold);
  if (problem) return problem;
  const coming = counting(mine);
  if (coming.some(({ home }) => home !== null)) return 'group-mixed';
  const apart = problemOf([...counting(there), ...coming]);
  if (apart) return apart;
  const company = new Set([...there.members, ...coming].map(({ id }) => id));
  const positions = freePositions(there.members, coming.length, 2);
  mine.members = mine.members.filter((one) => !coming.includes(one));
  there.members.push(
    ...coming.map((one, index) => moved(one, { position: positions[index] ?? 0, home: mine.id, company })),
  );
  sortMembers(there);
  mine.joinedInto = there.id;
  withdrawHelp(model, mine.id, 'ask');
  settle(model, there);
  return 'ok';
}

export function leave(model: Model, who: string): string {
  const home = groupOf(model, who);
  if (!home?.joinedInto) return 'not-found';
  const host = theGroup(model, home.joinedInto);
  return holdProblem(holdOf(model, host)) ?? sendHome(model, home, host);
}

function sendHome(model: Model, home: Group, host: Group): string {
  const going = host.members.filter((one) => one.home === home.id);
  const staying = counting(host).filter((one) => !going.includes(one));
  if ([staying, going].some((part) => part.length > 1 && !part.some(isGrown))) return 'group-needs-adult';
  moveHome(model, home, host);
  return 'ok';
}

/** Her people are in her own registration again, she first. */
export function moveHome(model: Model, home: Group, host: Group): void {
  const going = host.members
    .filter((one) => one.home === home.id)
    .toSorted((one, other) => Number(other.wasHead) - Number(one.wasHead));
  const company = new Set(going.map(({ id }) => id));
  const positions = [1, ...freePositions(home.members, going.length - 1, 2)];
  host.members = host.members.filter((one) => one.home !== home.id);
  const here = new Set(host.members.map(({ id }) => id));
  for (const one of host.members) if (one.guardian && !here.has(one.guardian)) one.guardian = null;
  home.members.push(...going.map((one, index) => moved(one, { position: positions[index] ?? 0, home: null, company })));
  sortMembers(home);
  home.joinedInto = null;
  // Her days to give a sign of life stood still meanwhile.
  if (home.standing?.state === 'live') Object.assign(home.standing, { lastSignAt: model.now, warnedDays: null });
  settle(model, home);
  settle(model, host);
}

/** A guardian who is elsewhere is asked for again. */
function moved(
  member: Member,
  to: { readonly position: number; readonly home: Member['home']; readonly company: ReadonlySet<string> },
): Member {
  const guardian = member.guardian && to.company.has(member.guardian) ? member.guardian : null;
  return { ...member, position: to.position, home: to.home, guardian };
}

function freePositions(members: readonly Member[], count: number, from: number): readonly number[] {
  const taken = new Set(members.map(({ position }) => position));
  const free: number[] = [];
  for (let position = from; free.length < count; position += 1) if (!taken.has(position)) free.push(position);
  return free;
}

function sortMembers(group: Group): void {
  group.members.sort((one, other) => one.position - other.position);
}
