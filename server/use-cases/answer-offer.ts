import type { OfferId } from '#core/ids.ts';
import { afterOffer } from '#core/offer/offer.ts';
import { policyAt } from '#core/policy/policy.ts';
import { err, ok } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import { findWaitingAssistance, withdrawAssistance } from '#server/db/repositories/assistance.ts';
import { endOffer, extendOffer as extendOfferRow, findOffer } from '#server/db/repositories/offers.ts';
import { findRegistrationOf } from '#server/db/repositories/registrations.ts';
import { endRequest } from '#server/db/repositories/requests.ts';
import { freePlaces } from '#server/db/repositories/slots.ts';
import { pauseStanding } from '#server/db/repositories/standing-requests.ts';
import type { Db } from '#server/db/schema.ts';
import type { Applicant, Outcome } from '#server/services.ts';
import type { Tools } from './tools.ts';

type OfferInput = { readonly applicant: Applicant; readonly offerId: OfferId };

/** Another person's offer and one that never was are the same to whoever asks: none. */
export async function ownOffer(db: Db, { applicant, offerId }: OfferInput) {
  const registration = await findRegistrationOf(db, applicant.accountId);
  return registration ? findOffer(db, offerId, registration.id) : undefined;
}

/** Adds the policy's hours to the deadline, once. Kinds: `no-offer`, `offer-lapsed`, `offer-already-extended`. */
export async function extendOffer(tools: Tools, input: OfferInput): Outcome<{ readonly deadlineAt: Instant }> {
  const now = tools.now();
  const offer = await ownOffer(tools.db.kysely, input);
  if (!offer) return err({ kind: 'no-offer' });
  const after = afterOffer(offer, 'extend', { now, hours: policyAt(now) });
  if (!after.ok) return after;
  const { deadlineAt } = after.value;
  const extended = await extendOfferRow(tools.db.kysely, offer.id, { now, deadlineAt });
  // Pressed twice at the same moment: the other one was first.
  return extended ? ok({ deadlineAt }) : err({ kind: 'offer-already-extended' });
}

/** Says no to the place, also after the deadline while it is kept for a person's help. The registration keeps its date. Kinds: `no-offer`, `offer-lapsed`. */
export async function declineOffer(tools: Tools, input: OfferInput): Outcome<null> {
  const now = tools.now();
  return tools.db.transaction(async (trx) => {
    const offer = await ownOffer(trx, input);
    if (!offer) return err({ kind: 'no-offer' });
    const isHeld = (await findWaitingAssistance(trx, offer.registrationId, 'confirm')) !== undefined;
    const after = afterOffer(offer, 'decline', { now, hours: policyAt(now), isHeld });
    if (!after.ok) return after;
    if (!(await endOffer(trx, offer.id, { state: 'declined', now }))) return err({ kind: 'no-offer' });
    await endRequest(trx, offer.requestId, { state: 'released', now });
    await freePlaces(trx, offer);
    await pauseStanding(trx, offer.registrationId, { reason: 'declined', now });
    await withdrawAssistance(trx, offer.registrationId, { step: 'confirm', now });
    return ok(null);
  });
}
