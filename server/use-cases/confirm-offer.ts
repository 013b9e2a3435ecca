import { randomUUID } from 'node:crypto';
import { judgePlace, placeProblem } from '#core/eligibility/geofence.ts';
import type { AppointmentId } from '#core/ids.ts';
import { shortCode } from '#core/offer/code.ts';
import { afterOffer } from '#core/offer/offer.ts';
import { mexico } from '#core/policy/geofence.ts';
import { policyAt } from '#core/policy/policy.ts';
import { err, ok } from '#core/result.ts';
import { missesBeforePerson } from '#core/review/reason.ts';
import type { Instant } from '#core/time/instant.ts';
import { addAppointment, isCodeTaken } from '#server/db/repositories/appointments.ts';
import { withdrawAssistance } from '#server/db/repositories/assistance.ts';
import { countMiss, endOffer, type Offer } from '#server/db/repositories/offers.ts';
import { addMessage } from '#server/db/repositories/outbox.ts';
import { findRegistrationOf } from '#server/db/repositories/registrations.ts';
import { endRequest } from '#server/db/repositories/requests.ts';
import { pauseStanding } from '#server/db/repositories/standing-requests.ts';
import type { Trx } from '#server/db/schema.ts';
import type { ConfirmInput, Outcome } from '#server/services.ts';
import { ownOffer } from './answer-offer.ts';
import { signedProof } from './appointment-proof.ts';
import { assistConfirming } from './assist.ts';
import { keepSignals } from './keep-signals.ts';
import { lookAtPhoto } from './look-at-photo.ts';
import type { Tools } from './tools.ts';
import { confirmingPhotos } from './who-confirms.ts';

/**
 * Confirms an offer with a live photo from inside the area; one that is confirmed already stays so. Kinds: `no-offer`, `offer-lapsed`, `location-missing`,
 * `location-too-vague`, `outside-geofence`, `fields` (photo), `presence-missed`, `-throttled`, `-unavailable`. The check
 * never refuses for good: unsure, or the third miss, leads to a person (design, rule 5).
 */
export async function confirmOffer(
  tools: Tools,
  input: ConfirmInput,
): Outcome<{ readonly next: 'confirmation' | 'assisted' }> {
  const now = tools.now();
  const policy = policyAt(now, tools.policies);
  const offer = await ownOffer(tools.db.kysely, input);
  if (!offer) return err({ kind: 'no-offer' });
  // From a second tab, or again since the answer was lost: what she wants is done.
  if (offer.state === 'confirmed') return ok({ next: 'confirmation' });
  const after = afterOffer(offer, 'confirm', { now, hours: policy });
  if (!after.ok) return after;
  const problem = placeProblem(judgePlace(input.place, { area: mexico, policy: policy.geofence }));
  await lookAtPhone(tools, input);
  if (problem) return err(problem);
  if (!input.photo) return err({ kind: 'fields', fields: [{ field: 'photo', kind: 'no-photo' }] });
  const live = await tools.cleanPhoto(input.photo);
  if (!live.ok) return err({ kind: 'fields', fields: [{ field: 'photo', ...live.error }] });

  const earlier = await confirmingPhotos(tools, tools.db.kysely, offer.registrationId);
  // A policy may not ask for a photo, or hers may wait for a person: then there is nothing to compare with, and a person looks.
  if (earlier.length === 0) return toAPerson(tools, input, { offer, live: live.value, now });
  const seen = await compare(tools, earlier, { live: live.value, sandboxWish: input.sandboxWish });
  if (seen.ok && seen.value.verdict === 'live-match') {
    // As of when she sent it: how long the check takes is not hers to answer for.
    const isBooked = await tools.db.transaction((trx) => book(tools, trx, { offer, isAssisted: false, now }));
    return isBooked ? ok({ next: 'confirmation' }) : endedMeanwhile(tools, input, now);
  }
  if (seen.ok) return toAPerson(tools, input, { offer, live: live.value, now });
  if (seen.error.kind !== 'presence-missed') return err({ kind: seen.error.kind });
  const misses = await countMiss(tools.db.kysely, offer.id);
  return misses >= missesBeforePerson
    ? toAPerson(tools, input, { offer, live: live.value, now })
    : err({ kind: 'presence-missed' });
}

async function lookAtPhone(tools: Tools, { applicant, place, signals: marks = {} }: ConfirmInput): Promise<void> {
  const registration = await findRegistrationOf(tools.db.kysely, applicant.accountId);
  if (registration) await keepSignals(tools, { registration, place, marks, locale: applicant.locale });
}

type Seen = Awaited<ReturnType<typeof lookAtPhoto>>;

/** One try, whomever of the group the photo fits: the best answer counts, and a miss only where nobody fits. */
async function compare(
  tools: Tools,
  earlier: readonly Uint8Array[],
  { live, sandboxWish }: { readonly live: Uint8Array; readonly sandboxWish: string | undefined },
): Promise<Seen> {
  const wish = sandboxWish ? { sandboxWish } : {};
  const seen: Seen[] = [];
  for (const photo of earlier) {
    const one = await lookAtPhoto(tools, { live, earlier: photo, ...wish });
    if (one.ok && one.value.verdict === 'live-match') return one;
    seen.push(one);
  }
  // Unsure goes before a miss, and a service that was down for one of them has not judged: no miss of hers.
  const best = seen.find((one) => one.ok) ?? seen.find((one) => !one.ok && one.error.kind !== 'presence-missed');
  return best ?? seen[0] ?? err({ kind: 'presence-missed' });
}

/** Turns the offer into an appointment with its proof. False if it ended in the meantime. */
export async function book(
  tools: Tools,
  trx: Trx,
  { offer, isAssisted, now }: { readonly offer: Offer; readonly isAssisted: boolean; readonly now: Instant },
): Promise<boolean> {
  if (!(await endOffer(trx, offer.id, { state: 'confirmed', now, isAssisted }))) return false;
  await endRequest(trx, offer.requestId, { state: 'fulfilled', now });
  await pauseStanding(trx, offer.registrationId, { reason: 'booked', now });
  const code = await freeCode(tools, trx);
  await addAppointment(trx, {
    id: randomUUID() as AppointmentId,
    offerId: offer.id,
    registrationId: offer.registrationId,
    port: offer.port,
    slotLocal: offer.slotLocal,
    size: offer.size,
    code,
    proof: await signedProof(tools, trx, { ...offer, code, slot: offer.slotLocal }),
    bookedAt: now,
  });
  if (!isAssisted) await withdrawAssistance(trx, offer.registrationId, { step: 'confirm', now });
  await addMessage(trx, { kind: 'confirmed', registrationId: offer.registrationId, detail: {}, now });
  return true;
}

async function freeCode(tools: Tools, trx: Trx): Promise<string> {
  for (;;) {
    const code = shortCode(tools.randomBytes(8));
    if (!(await isCodeTaken(trx, code))) return code;
  }
}

async function toAPerson(
  tools: Tools,
  input: ConfirmInput,
  { offer, live, now }: { readonly offer: Offer; readonly live: Uint8Array; readonly now: Instant },
): Outcome<{ readonly next: 'confirmation' | 'assisted' }> {
  const maySeePhoto = input.maySeePhoto === true;
  const code = await assistConfirming(tools, offer.registrationId, {
    reason: 'live-photo',
    found: {},
    statement: '',
    maySeePhoto,
    livePhoto: maySeePhoto ? live : null,
  });
  return code === null ? endedMeanwhile(tools, input, now) : ok({ next: 'assisted' });
}

/** The offer lived when the photo came in: it was confirmed meanwhile, or this is why it can't be any more. */
async function endedMeanwhile(
  tools: Tools,
  input: ConfirmInput,
  now: Instant,
): Outcome<{ readonly next: 'confirmation' }> {
  const offer = await ownOffer(tools.db.kysely, input);
  if (offer?.state === 'confirmed') return ok({ next: 'confirmation' });
  const after = offer && afterOffer(offer, 'confirm', { now, hours: policyAt(now, tools.policies) });
  return after && !after.ok ? after : err({ kind: 'no-offer' });
}
