import type { AccountId, PersonId, PortCode } from '#core/ids.ts';
import { addDays, dayOfMinute, minuteOf } from '#core/time/day.ts';
import type { Instant, LocalMinute } from '#core/time/instant.ts';
import { dayIn } from '#core/time/zone.ts';
import { type Act, everybody, type Name } from './acts.ts';
import { holdOf } from './grouping.ts';
import {
  type Booking,
  bookedOf,
  type Group,
  groupOf,
  type Help,
  isHeld,
  liveAsk,
  liveOffer,
  type Member,
  type Model,
  theGroup,
} from './model.ts';
import { zone } from './places.ts';
import { counting, isGrown, isGuardianAsked } from './together.ts';

// What an act is about is chosen from the model, so that the same acts are about the same things each time.

export const otherOperator = '00000000-0000-4000-8000-000000000002' as AccountId;
export const twoPorts: readonly PortCode[] = ['laredo' as PortCode, 'nogales' as PortCode];

/** Groups stay small, so that no draw goes over the reserve that these slots have. */
const mostTogether = 4;

/** Of so many acts one is of anybody: mostly there is nothing for it, and it is refused. */
const refusedOneIn = 8;

/** Most acts are of somebody who can do them just then; some of anybody, who is refused. */
export function aimed(model: Model, one: Act): Act {
  if (!('who' in one) || !('pick' in one) || one.pick % refusedOneIn === 0) return one;
  const able = everybody.filter((name) => isAble(model, one, name));
  const who = able[one.pick % Math.max(1, able.length)];
  // Whoever can't ask since the terms changed reads them first.
  if (one.kind === 'ask' && !who) return aimed(model, { ...one, kind: 'accept-terms' });
  if (!who) return one;
  if (one.kind !== 'join') return { ...one, who };
  const open = everybody.filter((name) => name !== who && isOpen(model, groupOf(model, name)));
  return { ...one, who, into: open[one.pick % Math.max(1, open.length)] ?? one.into };
}

/** Everybody who can ask just then. */
export function askers(model: Model): readonly Name[] {
  return everybody.filter((name) => {
    const group = groupOf(model, name);
    return group !== undefined && mayAsk(model, group);
  });
}

function mayAsk(model: Model, group: Group): boolean {
  return !group.joinedInto && group.hasTerms && !liveAsk(model, group.id) && !bookedOf(model, group.id);
}

/** People can come and go. */
function isOpen(model: Model, group: Group | undefined): boolean {
  if (!group || group.joinedInto) return false;
  const hold = holdOf(model, group);
  return hold === 'free' || hold === 'waiting';
}

function isAble(model: Model, one: Act, name: string): boolean {
  const group = groupOf(model, name);
  if (!group) return one.kind === 'register';
  const others = group.members.slice(1);
  switch (one.kind) {
    case 'ask':
      return mayAsk(model, group);
    case 'withdraw':
      return liveAsk(model, group.id)?.state === 'waiting' || (one.isAll && group.standing?.state === 'live');
    case 'sign-in':
      return group.standing?.state === 'live';
    case 'join':
      return !group.joinedInto && !liveAsk(model, group.id) && !bookedOf(model, group.id);
    case 'still-waiting':
      return group.standing?.state === 'paused' && group.hasTerms && !group.joinedInto;
    case 'confirm':
    case 'decline':
    case 'extend':
      return liveOffer(model, group.id) !== undefined;
    case 'ask-for-help':
      return one.step === 'ask' ? !group.joinedInto : liveOffer(model, group.id) !== undefined;
    case 'cancel':
      return bookedOf(model, group.id) !== undefined;
    case 'add':
      if (others.length >= 3) return false;
      return one.age === 'newborn' ? bookedOf(model, group.id) !== undefined : isOpen(model, group);
    case 'admit':
      return others.some(({ since }) => since === null);
    case 'remove':
      return others.length > 0 && isOpen(model, group);
    case 'split':
      return others.some((other) => isGrown(other) && other.home === null) && isOpen(model, group);
    case 'name-guardian':
      return childToName(model, name) !== undefined;
    case 'leave':
      return group.joinedInto !== null;
    case 'edit':
      return one.isGuest === (group.joinedInto !== null);
    case 'accept-terms':
      return !group.hasTerms;
    default:
      return true;
  }
}

/** Nobody can do it just then, and only now and then somebody is to be refused. */
function isOutOfReach(model: Model, one: Act): boolean {
  if (!('pick' in one) || one.pick % refusedOneIn === 0) return false;
  const last = model.pools.at(-1)?.state;
  switch (one.kind) {
    case 'close':
      return last !== 'open';
    case 'draw':
      return last !== 'closed';
    case 'open':
      return last === 'open' || last === 'closed';
    default:
      return 'who' in one && !everybody.some((name) => isAble(model, one, name));
  }
}

/** Nothing that it could be about: it isn't done. */
export function isIdle(model: Model, one: Act): boolean {
  if (isOutOfReach(model, one)) return true;
  switch (one.kind) {
    case 'register':
      return groupOf(model, one.who) !== undefined;
    case 'delete':
    case 'edit':
    case 'accept-terms':
      return groupOf(model, one.who) === undefined;
    case 'add':
      return sizeOf(model, one.who) >= mostTogether;
    case 'join':
      return one.who === one.into || sizeOf(model, one.who) + sizeOf(model, one.into) > mostTogether;
    case 'admit': {
      const group = groupOf(model, one.who);
      return !group || group.joinedInto !== null || !group.members.some(({ since }) => since === null);
    }
    case 'remove':
      return chosenMember(model, one) === undefined;
    case 'split':
      return chosenMember(model, one) === undefined || spareName(model) === undefined;
    case 'name-guardian':
      return childToName(model, one.who) === undefined;
    case 'decide':
      return pickedHelp(model, one) === undefined;
    case 'miss':
      return chosenPlace(model, one)?.booked === undefined;
    case 'move':
      return chosenPlace(model, one) === undefined;
    // One in ten: else nobody would do anything but read terms.
    case 'change-terms':
      return one.pick % 10 !== 0;
    case 'rush':
      return askers(model).length === 0;
    default:
      return false;
  }
}

/** In whose group she is a guest. */
export function hostOf(model: Model, name: string): Group | undefined {
  const { joinedInto = null } = groupOf(model, name) ?? {};
  return joinedInto ? theGroup(model, joinedInto) : undefined;
}

function sizeOf(model: Model, name: string): number {
  return groupOf(model, name)?.members.length ?? 0;
}

type Picked = { readonly pick: number };

/** Somebody of her group besides herself. */
export function chosenMember(model: Model, { who, pick }: Picked & { readonly who: string }): Member | undefined {
  const others = groupOf(model, who)?.members.slice(1) ?? [];
  return others[pick % Math.max(1, others.length)];
}

/** A child of her group whose guardian has left, or could be another, and the adult who takes his place. */
export function childToName(model: Model, who: string): { readonly child: Member; readonly adult: Member } | undefined {
  const group = groupOf(model, who);
  if (!group || group.joinedInto) return undefined;
  const children = group.members.slice(1).filter((one) => !isGrown(one));
  const child = children.find(isGuardianAsked) ?? children[0];
  const adult = counting(group).find((one) => isGrown(one) && one.id !== child?.guardian);
  return child && adult ? { child, adult } : undefined;
}

/** Some of her group, or all of the others. */
export function chosenSome(model: Model, { who, pick }: Picked & { readonly who: string }): readonly PersonId[] {
  const others = groupOf(model, who)?.members.slice(1) ?? [];
  return others.filter((_one, index) => pick >= 60 || (pick >> index) % 2 === 1).map(({ id }) => id);
}

/** Who may take over people who leave a group: she has no registration. */
export function spareName(model: Model): string | undefined {
  return everybody.find((name) => !model.accounts.has(name));
}

export function pickedHelp(model: Model, { pick }: Picked): Help | undefined {
  const waiting = model.helps.filter(({ state }) => state === 'waiting');
  return waiting[pick % Math.max(1, waiting.length)];
}

type Place = {
  readonly port: PortCode;
  readonly from: LocalMinute;
  readonly to: LocalMinute;
  readonly booked?: Booking;
};

/** A place that somebody holds, and another time at the same port. */
export function chosenPlace(model: Model, { kind, pick }: Picked & { readonly kind: string }): Place | undefined {
  const booked = model.bookings.filter(({ state, offer }) => state === 'booked' && offer.ask.groupId);
  const offers = kind === 'miss' ? [] : model.offers.filter((offer) => offer.ask.groupId && isHeld(offer));
  const places = [
    ...booked.map((one) => ({ port: one.offer.port, from: one.slot, booked: one })),
    ...offers.map(({ port, slot }) => ({ port, from: slot })),
  ];
  const place = places[pick % Math.max(1, places.length)];
  if (!place) return undefined;
  const day = addDays(dayOfMinute(place.from), pick % 3 === 0 ? 1 : 0);
  return { ...place, to: minuteOf(day, pick % 2 === 0 ? '08:00' : '09:00') };
}

/** A newborn is born today. */
export function birthDateOf(age: 'adult' | 'child' | 'newborn', now: Instant): string {
  if (age === 'newborn') return dayIn(now, zone);
  return age === 'adult' ? '1988-04-02' : '2015-06-01';
}
