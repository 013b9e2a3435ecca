import type { PortCode } from '#core/ids.ts';
import { slotDayOf } from '#core/pool/window.ts';
import { dayOfMinute } from '#core/time/day.ts';
import type { Instant, LocalMinute } from '#core/time/instant.ts';
import { pause } from './asking.ts';
import { giveFreed, pushFree } from './freed.ts';
import {
  type Booking,
  bookedOf,
  endAsk,
  groupOf,
  type Help,
  hour,
  isHeld,
  liveOffer,
  type Model,
  type Offer,
  policy,
  slotAt,
  tell,
  theGroup,
  waitingHelp,
  withdrawHelp,
} from './model.ts';
import { beginsAt } from './places.ts';

/** The offer that she would answer: the one that lives, else her last. */
export function latestOffer(model: Model, who: string): Offer | undefined {
  const group = groupOf(model, who);
  const hers = model.offers.filter(({ ask }) => group && ask.groupId === group.id);
  return hers
    .toSorted((one, other) => {
      return one.madeAt - other.madeAt || (one.ask.pool.day < other.ask.pool.day ? -1 : 1);
    })
    .toSorted((one, other) => Number(isHeld(one)) - Number(isHeld(other)))
    .at(-1);
}

export function isPast({ now }: Model, { deadlineAt }: Offer): boolean {
  return now > deadlineAt;
}

/** Why it can't be answered, or null. A place that is kept for a person's help can still be declined. */
function refusal(model: Model, offer: Offer | undefined, act: 'confirm' | 'decline' | 'extend'): string | null {
  if (!offer || offer.state === 'confirmed' || offer.state === 'declined') return 'no-offer';
  const { groupId } = offer.ask;
  const isKept = act === 'decline' && groupId !== null && waitingHelp(model, groupId, 'confirm') !== undefined;
  if (offer.state === 'lapsed' || (isPast(model, offer) && !isKept)) return 'offer-lapsed';
  return act === 'extend' && offer.state === 'extended' ? 'offer-already-extended' : null;
}

export function extend(model: Model, who: string): string {
  const offer = latestOffer(model, who);
  const problem = refusal(model, offer, 'extend');
  if (problem || !offer) return problem ?? 'no-offer';
  const latest = beginsAt(offer, offer.slot) - policy.latestOfferHours * hour;
  const longer = Math.min(offer.deadlineAt + policy.extensionHours * hour, latest);
  offer.deadlineAt = Math.max(offer.deadlineAt, longer) as Instant;
  offer.state = 'extended';
  return 'ok';
}

export function decline(model: Model, who: string): string {
  const offer = latestOffer(model, who);
  const problem = refusal(model, offer, 'decline');
  if (problem || !offer?.ask.groupId) return problem ?? 'no-offer';
  const { groupId } = offer.ask;
  endOffer(model, offer, 'declined');
  pause(theGroup(model, groupId), 'declined');
  withdrawHelp(model, groupId, 'confirm');
  giveFreed(model, offer.ask.pool);
  return 'ok';
}

/** It holds its place no longer. */
export function endOffer(model: Model, offer: Offer, how: 'declined' | 'lapsed'): void {
  offer.state = how;
  endAsk(offer.ask, 'released', model.now);
  pushFree(model, offer.ask, { slot: offer.slot, size: offer.size, why: how });
}

export function confirm(model: Model, { who, isMiss }: { readonly who: string; readonly isMiss: boolean }): string {
  const offer = latestOffer(model, who);
  if (offer?.state === 'confirmed') return 'confirmation';
  const problem = refusal(model, offer, 'confirm');
  if (problem || !offer?.ask.groupId) return problem ?? 'no-offer';
  if (!isMiss) {
    book(model, offer);
    withdrawHelp(model, offer.ask.groupId, 'confirm');
    return 'confirmation';
  }
  offer.misses += 1;
  if (offer.misses < 3) return 'presence-missed';
  helpWith(model, { groupId: offer.ask.groupId, step: 'confirm', isPlain: false });
  return 'assisted';
}

export function book(model: Model, offer: Offer): void {
  const { groupId } = offer.ask;
  if (!groupId) throw new Error('nobody can confirm this offer');
  const { slot, size } = offer;
  offer.state = 'confirmed';
  endAsk(offer.ask, 'fulfilled', model.now);
  pause(theGroup(model, groupId), 'booked');
  model.bookings.push({ offer, slot, size, state: 'booked', bookedAt: model.now, endedAt: null });
  tell(model, groupId, 'confirmed');
}

export function helpWith(
  model: Model,
  { groupId, step, isPlain }: { groupId: Help['groupId']; step: Help['step']; isPlain: boolean },
): void {
  const waiting = waitingHelp(model, groupId, step);
  if (waiting) {
    waiting.isPlain = isPlain;
    return;
  }
  const nothing = { decision: null, by: null, doneAt: null, isEntered: false } as const;
  model.helps.push({ groupId, step, isPlain, state: 'waiting', askedAt: model.now, ...nothing });
}

export function askForHelp(
  model: Model,
  { who, step }: { readonly who: string; readonly step: 'ask' | 'confirm' },
): string {
  const group = groupOf(model, who);
  if (!group || group.joinedInto) return 'registration-incomplete';
  if (step === 'ask' && group.ports.length === 0) return 'ports-missing';
  if (step === 'confirm' && !liveOffer(model, group.id)) return 'no-offer';
  helpWith(model, { groupId: group.id, step, isPlain: true });
  return 'ok';
}

export function cancel(model: Model, who: string): string {
  const group = groupOf(model, who);
  const booked = group && bookedOf(model, group.id);
  if (!booked) return 'no-appointment';
  if (beginsAt(booked.offer, booked.slot) <= model.now) return 'appointment-over';
  endBooking(model, booked);
  pause(group, 'cancelled');
  withdrawHelp(model, group.id, 'newborn');
  tell(model, group.id, 'cancelled');
  giveFreed(model, booked.offer.ask.pool);
  return 'ok';
}

/** Cancelled: its places are free. */
export function endBooking(model: Model, booked: Booking): void {
  booked.state = 'cancelled';
  booked.endedAt = model.now;
  pushFree(model, booked.offer.ask, { slot: booked.slot, size: booked.size, why: 'cancelled' });
}

/** Nobody came: the place was held for them, and stays taken. */
export function miss(model: Model, booked: Booking): string {
  const { groupId } = booked.offer.ask;
  if (!groupId) return 'not-found';
  if (beginsAt(booked.offer, booked.slot) > model.now) return 'slot-not-over';
  booked.state = 'missed';
  booked.endedAt = model.now;
  pause(theGroup(model, groupId), 'missed');
  withdrawHelp(model, groupId, 'newborn');
  tell(model, groupId, 'missed');
  return 'ok';
}

/** All who have a place in one slot get one in another, or nobody. */
export function moveSlot(
  model: Model,
  { port, from, to }: { readonly port: PortCode; readonly from: LocalMinute; readonly to: LocalMinute },
): string {
  const target = model.slots.get(`${port} ${to}`);
  if (from === to || beginsAt({ port }, to) <= model.now) return 'fields';
  const isOf = (day: string) => slotDayOf(day as never, policy) === dayOfMinute(to);
  if (model.pools.some(({ state, day }) => state === 'closed' && isOf(day))) return 'capacity-announced';
  if (!target) return 'fields';
  const offers = model.offers.filter((one) => isHeld(one) && one.port === port && one.slot === from);
  const booked = model.bookings.filter((one) => one.state === 'booked' && one.offer.port === port && one.slot === from);
  const size = [...offers, ...booked].reduce((sum, one) => sum + one.size, 0);
  const isDrawn = model.pools.some(({ state, day }) => state === 'drawn' && isOf(day));
  if (!isDrawn && target.taken + size >= target.places) return 'slot-full';
  if (offers.some(({ deadlineAt }) => deadlineAt >= beginsAt({ port }, to))) return 'fields';
  if (target.taken + size > target.places + target.reserve) return 'slot-full';
  slotAt(model, port, from).taken -= size;
  target.taken += size;
  for (const one of [...offers, ...booked]) one.slot = to;
  for (const { ask } of offers) tell(model, ask.groupId, 'moved');
  for (const { offer } of booked) tell(model, offer.ask.groupId, 'moved');
  return 'ok';
}
