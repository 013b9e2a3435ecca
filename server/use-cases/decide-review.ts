import type { AccountId } from '#core/ids.ts';
import { readCode } from '#core/offer/code.ts';
import { policyAt } from '#core/policy/policy.ts';
import { portOf } from '#core/policy/ports.ts';
import type { Problem } from '#core/problem/kinds.ts';
import { nextStep } from '#core/registration/steps.ts';
import { err, ok, type Result } from '#core/result.ts';
import { checkDecision, type Decision, type DecisionReason, decisionOf, mayDecide } from '#core/review/decision.ts';
import type { Instant } from '#core/time/instant.ts';
import { instantAt } from '#core/time/zone.ts';
import { type Assistance, findAssistance } from '#server/db/repositories/assistance.ts';
import { recordAct } from '#server/db/repositories/audit.ts';
import { lockLiveOffer, type Offer, prolongOffer } from '#server/db/repositories/offers.ts';
import { addMessage } from '#server/db/repositories/outbox.ts';
import { findRegistration, lockRegistrations, type Registration } from '#server/db/repositories/registrations.ts';
import { countAgainst, decide, findLastDecided, lockWaiting } from '#server/db/repositories/reviews.ts';
import type { Trx } from '#server/db/schema.ts';
import type { AssistanceStep } from '#server/db/tables/offers.ts';
import type { Outcome } from '#server/services.ts';
import { admitNewborn } from './admit-newborn.ts';
import { book } from './confirm-offer.ts';
import { enterReviewed } from './enter-reviewed.ts';
import { giveNewCode } from './lost-code.ts';
import { readPeople } from './person-record.ts';
import { settlePhotos } from './photo-review.ts';
import { policyNow, type Tools } from './tools.ts';

const hour = 3_600_000;

/** Steps whose decision changes the registration or its people. */
const changing: readonly AssistanceStep[] = ['newborn', 'photo', 'new-code'];

type Decided = { readonly decision: Decision; readonly step: AssistanceStep };

type Made = {
  readonly waiting: Assistance;
  readonly decision: Decision;
  readonly reason: DecisionReason;
  readonly note: string;
  readonly actor: AccountId;
  /** Shows a new sign-in code, where one is given. */
  readonly sessionHash: string;
};

/**
 * A person decides a review, for her or not yet. Kinds: `fields`, `not-found` (no such code), `assistance-done`,
 * `review-by-another` (she said no before), `needs-second-person` (she asked for it herself), `no-offer` (its place is gone: then it goes on waiting),
 * `capacity-in-use` (there is still no place for the newborn).
 *
 * For: asking puts her into the open pool, or into the next one first of all, with her date; confirming books the place.
 * Against is never final: she may ask again with something new, and her place is kept for it once.
 */
export async function decideReview(
  tools: Tools,
  input: {
    readonly actor: AccountId;
    readonly sessionHash?: string;
    readonly fields: Readonly<Record<string, string>>;
  },
): Outcome<Decided> {
  const checked = checkDecision(input.fields);
  if (!checked.ok) return checked;
  const { reason, note } = checked.value;
  const code = readCode(checked.value.code);
  const waiting = code ? await findAssistance(tools.db.kysely, code) : undefined;
  if (!waiting) return err({ kind: 'not-found' });
  if (waiting.state !== 'waiting') return err({ kind: 'assistance-done' });
  const last = await findLastDecided(tools.db.kysely, waiting.registrationId, waiting.step);
  const before = last?.decision === 'against' && last.doneBy ? { by: last.doneBy } : null;
  if (!mayDecide(input.actor, before)) return err({ kind: 'review-by-another' });
  if (waiting.askedBy === input.actor) return err({ kind: 'needs-second-person' });

  const made = {
    waiting,
    decision: decisionOf(reason),
    reason,
    note,
    actor: input.actor,
    sessionHash: input.sessionHash ?? '',
  };
  const settled = await settleHeld(tools, made);
  // A crash before this leaves it to the schedule.
  if (settled.ok && made.decision === 'for' && waiting.step === 'ask') await enterReviewed(tools);
  return settled;
}

/** Photos of guests are in the group that they came to. Who joins or leaves before both are held is sought anew. */
async function settleHeld(tools: Tools, made: Made): Promise<Result<Decided, Problem>> {
  const { step, registrationId: id } = made.waiting;
  for (;;) {
    const known = step === 'photo' ? await findRegistration(tools.db.kysely, id) : undefined;
    const host = known?.joinedInto ?? null;
    const settled = await tools.db.transaction(async (trx) => {
      if (!changing.includes(step)) return settle(tools, trx, made);
      const registration = (await lockRegistrations(trx, host ? [id, host] : [id])).get(id);
      const isElsewhere = step === 'photo' && (registration?.joinedInto ?? null) !== host;
      return isElsewhere ? null : settle(tools, trx, { ...made, registration });
    });
    if (settled) return settled;
  }
}

async function settle(
  tools: Tools,
  trx: Trx,
  made: Made & { readonly registration?: Registration | undefined },
): Promise<Result<Decided, Problem>> {
  const { waiting, decision, reason, note, actor, registration } = made;
  const { code, step, registrationId } = waiting;
  const now = tools.now();
  // The offer before the review, as everybody takes them: two who wait for each other would wait for ever.
  const offer = step === 'confirm' ? await lockLiveOffer(trx, registrationId) : undefined;
  if (!(await lockWaiting(trx, code))) return err({ kind: 'assistance-done' });
  if (step === 'confirm' && decision === 'for') {
    if (!offer || !(await book(tools, trx, { offer, isAssisted: true, now }))) return err({ kind: 'no-offer' });
  }
  if (step === 'newborn' && registration && decision === 'for') {
    const problem = await letNewbornsIn(tools, trx, registration);
    if (problem) return err(problem);
  }
  if (step === 'new-code' && decision === 'for') {
    const isGiven = registration && (await giveNewCode(tools, trx, { registration, sessionHash: made.sessionHash }));
    if (!isGiven) return err({ kind: 'not-found' });
  }
  if (offer && decision === 'against') await keepOnce(tools, trx, offer);
  const noteSealed =
    note === '' ? null : tools.vault.seal(note, { table: 'assistance', column: 'note_sealed', row: code });
  await decide(trx, code, { decision, reason, noteSealed, actor, now });
  if (step === 'photo' && registration) await settlePhotos(tools, trx, { registration, decision });
  await recordAct(trx, { actor, action: 'decide-review', detail: { code, step, decision, reason }, now });
  // Who sits before her needs no message, and a booked place has one of its own.
  // Of a new code she is told by itself, and of none nobody writes to who may not be her.
  if (step === 'new-code') return ok({ decision, step });
  if (decision === 'against' || step === 'photo' || (step === 'ask' && waiting.reason !== 'help')) {
    await addMessage(trx, { kind: 'review-decided', registrationId, detail: { decision }, now });
  }
  return ok({ decision, step });
}

/** Somebody has made room in the slot. Who was taken out again, or is in by now, needs nothing more; twins come both. */
async function letNewbornsIn(tools: Tools, trx: Trx, registration: Registration): Promise<Problem | null> {
  const policy = policyNow(tools);
  const everybody = await readPeople(tools, trx, registration.id);
  for (const newborn of everybody) {
    if (newborn.registeredAt !== null || nextStep(newborn.answers, policy, 'member') !== 'check') continue;
    const admitted = await admitNewborn(tools, trx, { registration, newborn });
    // Somebody else whom the head has begun to add: of her this decision says nothing.
    if (!admitted.ok && admitted.error.kind === 'not-a-newborn') continue;
    if (!admitted.ok) return admitted.error;
    if (admitted.value.next === 'assisted') return { kind: 'capacity-in-use' };
  }
  return null;
}

/** After the first no of an offer: as long as an offer lasts, but not beyond the place's own time. */
async function keepOnce(tools: Tools, trx: Trx, offer: Offer): Promise<void> {
  const now = tools.now();
  const isFirst = (await countAgainst(trx, offer.registrationId, { step: 'confirm', since: offer.madeAt })) === 0;
  if (!isFirst) return;
  const beginsAt = instantAt(offer.slotLocal, portOf(offer.port).timeZone);
  const deadlineAt = Math.min(now + policyAt(now, tools.policies).offerHours * hour, beginsAt) as Instant;
  await prolongOffer(trx, offer.id, deadlineAt);
}
