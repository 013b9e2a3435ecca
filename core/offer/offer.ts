import { err, ok, type Result } from '#core/result.ts';
import { addHours } from '#core/time/day.ts';
import type { Instant } from '#core/time/instant.ts';

/** A place held for a group that was drawn, until its deadline. */
export const offerStates = ['open', 'extended', 'confirmed', 'declined', 'lapsed'] as const;
export type OfferState = (typeof offerStates)[number];

export const offerOutcomes = ['extend', 'confirm', 'decline', 'lapse'] as const;
export type OfferOutcome = (typeof offerOutcomes)[number];

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
export type OfferRefusal = { readonly kind: 'no-offer' | 'offer-lapsed' | 'offer-already-extended' };

/** A new offer, open for `offerHours` of elapsed time: 23 hours, whatever the clocks do that night. */
export function newOffer(madeAt: Instant, hours: OfferHours): OfferDeadline {
  return { state: 'open', deadlineAt: addHours(madeAt, hours.offerHours) };
}

/**
 * The offer after the outcome at `now`. An extension adds `extensionHours` to the old deadline, so that whoever extends
 * early loses nothing. What a person does counts up to the deadline, that instant included; `lapse` is the schedule's,
 * after it. Kinds: `no-offer` (confirmed or declined already), `offer-lapsed`, `offer-already-extended`.
 */
export function afterOffer(
  offer: OfferDeadline,
  outcome: OfferOutcome,
  at: { readonly now: Instant; readonly hours: OfferHours },
): Result<OfferDeadline, OfferRefusal> {
  const next = offerTransitions[offer.state][outcome];
  if (!next) return err({ kind: refusalOf(offer, outcome, at.now) });
  if (outcome === 'lapse') return isPast(offer, at.now) ? ok({ ...offer, state: next }) : err({ kind: 'no-offer' });
  if (isPast(offer, at.now)) return err({ kind: 'offer-lapsed' });
  const deadlineAt = outcome === 'extend' ? addHours(offer.deadlineAt, at.hours.extensionHours) : offer.deadlineAt;
  return ok({ state: next, deadlineAt });
}

/** Whether the deadline is over, whether or not the schedule has come to it. */
export function isPast(offer: OfferDeadline, now: Instant): boolean {
  return now > offer.deadlineAt;
}

/** Whether a button to extend makes sense now. */
export function canExtend(offer: OfferDeadline, now: Instant): boolean {
  return offer.state === 'open' && !isPast(offer, now);
}

function refusalOf(offer: OfferDeadline, outcome: OfferOutcome, now: Instant): OfferRefusal['kind'] {
  if (offer.state === 'lapsed') return 'offer-lapsed';
  if (offer.state === 'extended' && outcome === 'extend') {
    return isPast(offer, now) ? 'offer-lapsed' : 'offer-already-extended';
  }
  return 'no-offer';
}
