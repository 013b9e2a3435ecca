import { err, ok, type Result } from '#core/result.ts';
import { addHours } from '#core/time/day.ts';
import type { Instant } from '#core/time/instant.ts';

/** A place held for a group that was drawn, until its deadline. */
export const offerStates = ['open', 'extended', 'confirmed', 'declined', 'lapsed'] as const;
export type OfferState = (typeof offerStates)[number];

export const offerOutcomes = ['extend', 'confirm', 'decline', 'lapse'] as const;
export type OfferOutcome = (typeof offerOutcomes)[number];
/** What a person can do; lapsing is time's. */
export type OfferAct = Exclude<OfferOutcome, 'lapse'>;

/** Where each outcome leads; what isn't named can't happen from there. */
export const offerTransitions: Readonly<Record<OfferState, Readonly<Partial<Record<OfferOutcome, OfferState>>>>> = {
  open: { extend: 'extended', confirm: 'confirmed', decline: 'declined', lapse: 'lapsed' },
  extended: { confirm: 'confirmed', decline: 'declined', lapse: 'lapsed' },
  confirmed: {},
  declined: {},
  lapsed: {},
};

/** Offers that still hold their place. */
export const liveOfferStates = ['open', 'extended'] as const satisfies readonly OfferState[];

export type OfferDeadline = { readonly state: OfferState; readonly deadlineAt: Instant };
export type OfferHours = { readonly offerHours: number; readonly extensionHours: number };
export type OfferMoment = {
  readonly now: Instant;
  readonly hours: OfferHours;
  /** A person's help is waited for, and the place is kept meanwhile: she may still say no to it after the deadline. */
  readonly isHeld?: boolean;
  /** No extension goes beyond it: it is near the slot. */
  readonly latestAt?: Instant;
};
export type OfferRefusal = { readonly kind: 'no-offer' | 'offer-lapsed' | 'offer-already-extended' };

/** A new offer, open for `offerHours` of elapsed time: 23 hours, whatever the clocks do that night. */
export function newOffer(madeAt: Instant, hours: OfferHours): OfferDeadline {
  return { state: 'open', deadlineAt: addHours(madeAt, hours.offerHours) };
}

/**
 * The offer after what a person did at `now`, which counts up to the deadline, that instant included. An extension adds
 * `extensionHours` to the old deadline: whoever extends early loses nothing. A held offer can be declined later, too.
 * Kinds: `no-offer` (confirmed or declined already), `offer-lapsed`, `offer-already-extended`.
 */
export function afterOffer(offer: OfferDeadline, act: OfferAct, at: OfferMoment): Result<OfferDeadline, OfferRefusal> {
  if (offer.state === 'confirmed' || offer.state === 'declined') return err({ kind: 'no-offer' });
  const isOver = isPast(offer, at.now) && !(act === 'decline' && at.isHeld === true);
  if (offer.state === 'lapsed' || isOver) return err({ kind: 'offer-lapsed' });
  const next = offerTransitions[offer.state][act];
  if (!next) return err({ kind: 'offer-already-extended' });
  return ok({ state: next, deadlineAt: act === 'extend' ? extended(offer.deadlineAt, at) : offer.deadlineAt });
}

/** Never earlier than it was. */
function extended(deadlineAt: Instant, { hours, latestAt }: OfferMoment): Instant {
  const longer = addHours(deadlineAt, hours.extensionHours);
  return latestAt === undefined ? longer : (Math.max(deadlineAt, Math.min(longer, latestAt)) as Instant);
}

/**
 * The offer after its deadline, for the schedule; null where there is nothing to do: it was ended already, or extended
 * since the schedule looked.
 */
export function lapse(offer: OfferDeadline, now: Instant): OfferDeadline | null {
  const next = offerTransitions[offer.state].lapse;
  return next && isPast(offer, now) ? { ...offer, state: next } : null;
}

/** Whether the deadline is over, whether or not the schedule has come to it. */
export function isPast(offer: OfferDeadline, now: Instant): boolean {
  return now > offer.deadlineAt;
}

/** Whether a button to extend makes sense now: it was not extended, and the slot leaves time for more. */
export function canExtend(offer: OfferDeadline, now: Instant, latestAt?: Instant): boolean {
  const hasRoom = latestAt === undefined || offer.deadlineAt < latestAt;
  return offer.state === 'open' && !isPast(offer, now) && hasRoom;
}
