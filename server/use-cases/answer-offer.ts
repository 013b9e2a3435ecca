import type { OfferId } from '#core/ids.ts';
import { lastAnswerAt } from '#core/offer/freed-offer.ts';
import { afterOffer } from '#core/offer/offer.ts';
import { policyAt } from '#core/policy/policy.ts';
import { portOf } from '#core/policy/ports.ts';
import type { Problem } from '#core/problem/kinds.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';
import { instantAt } from '#core/time/zone.ts';
import { findWaitingAssistance, withdrawAssistance } from '#server/db/repositories/assistance.ts';
import { endOffer, extendOffer as extendOfferRow, findOffer } from '#server/db/repositories/offers.ts';
import { findRegistrationOf } from '#server/db/repositories/registrations.ts';
import { endRequest } from '#server/db/repositories/requests.ts';
import { pauseStanding } from '#server/db/repositories/standing-requests.ts';
import type { Db } from '#server/db/schema.ts';
import type { Applicant, Outcome } from '#server/services.ts';
import { freePlace, giveNow } from './freed-places.ts';
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
  const policy = policyAt(now, tools.policies);
  const latestAt = lastAnswerAt(instantAt(offer.slotLocal, portOf(offer.port).timeZone), policy);
  const after = afterOffer(offer, 'extend', { now, hours: policy, latestAt });
  if (!after.ok) return after;
  const { deadlineAt } = after.value;
  const extended = await extendOfferRow(tools.db.kysely, offer.id, { now, deadlineAt });
  // Pressed twice at the same moment: the other one was first.
  return extended ? ok({ deadlineAt }) : err({ kind: 'offer-already-extended' });
}

/** Says no to the place, also after the deadline while it is kept for a person's help. The registration keeps its date. Kinds: `no-offer`, `offer-lapsed`. */
export async function declineOffer(tools: Tools, input: OfferInput): Outcome<null> {
  const now = tools.now();
  const declined: Result<{ readonly day: LocalDay }, Problem> = await tools.db.transaction(async (trx) => {
    const offer = await ownOffer(trx, input);
    if (!offer) return err({ kind: 'no-offer' });
    const isHeld = (await findWaitingAssistance(trx, offer.registrationId, 'confirm')) !== undefined;
    const after = afterOffer(offer, 'decline', { now, hours: policyAt(now, tools.policies), isHeld });
    if (!after.ok) return after;
    if (!(await endOffer(trx, offer.id, { state: 'declined', now }))) return err({ kind: 'no-offer' });
    await endRequest(trx, offer.requestId, { state: 'released', now });
    await freePlace(trx, offer, { why: 'declined', now });
    await pauseStanding(trx, offer.registrationId, { reason: 'declined', now });
    await withdrawAssistance(trx, offer.registrationId, { step: 'confirm', now });
    return ok({ day: offer.day });
  });
  if (!declined.ok) return declined;
  await giveNow(tools, declined.value.day);
  return ok(null);
}
