import type { AccountId } from '#core/ids.ts';
import { readCode } from '#core/offer/code.ts';
import { err, ok } from '#core/result.ts';
import {
  type Assistance,
  findAssistance,
  findWaitingAssistance,
  listWaitingAssistance,
  completeAssistance as markDone,
} from '#server/db/repositories/assistance.ts';
import { recordAct } from '#server/db/repositories/audit.ts';
import { findLiveOffer } from '#server/db/repositories/offers.ts';
import { findRegistration, findRegistrationOf } from '#server/db/repositories/registrations.ts';
import type { Trx } from '#server/db/schema.ts';
import type { Applicant, AssistanceView, Outcome } from '#server/services.ts';
import { enter } from './ask.ts';
import { assistAsking, assistConfirming } from './assist.ts';
import { book } from './confirm-offer.ts';
import { currentPool } from './current-pool.ts';
import type { Tools } from './tools.ts';

type Step = 'ask' | 'confirm';

/**
 * The assisted way (design, rule 3): the step waits for a person, and she gets a short code to show to a helper or at an
 * office. Kinds: `registration-incomplete`, `ports-missing` (ask), `no-offer` (confirm).
 */
export async function requestAssistance(
  tools: Tools,
  input: { readonly applicant: Applicant; readonly step: Step },
): Outcome<{ readonly code: string }> {
  const { db } = tools;
  const registration = await findRegistrationOf(db.kysely, input.applicant.accountId);
  if (registration?.state !== 'registered') return err({ kind: 'registration-incomplete' });
  if (input.step === 'ask' && registration.portChoices.length === 0) return err({ kind: 'ports-missing' });
  const code =
    input.step === 'ask' ? await assistAsking(tools, registration.id) : await assistConfirming(tools, registration.id);
  return code === null ? err({ kind: 'no-offer' }) : ok({ code });
}

export async function assistanceOf(tools: Tools, accountId: AccountId): Promise<AssistanceView | null> {
  const registration = await findRegistrationOf(tools.db.kysely, accountId);
  const waiting = registration && (await findWaitingAssistance(tools.db.kysely, registration.id));
  return waiting ? { code: waiting.code, step: waiting.step, askedAt: waiting.askedAt } : null;
}

export async function waitingAssistance(tools: Tools): Promise<readonly AssistanceView[]> {
  const waiting = await listWaitingAssistance(tools.db.kysely);
  return waiting.map(({ code, step, askedAt }) => ({ code, step, askedAt }));
}

/**
 * A member of staff has seen the person and does the step with her: asks for her, or confirms her place. Kinds:
 * `not-found` (no such code), `assistance-done`, and what stands in the way of the step itself (`window-closed`,
 * `no-offer`): then it goes on waiting.
 */
export async function completeAssistance(
  tools: Tools,
  input: { readonly actor: AccountId; readonly code: string },
): Outcome<null> {
  const code = readCode(input.code);
  const waiting = code ? await findAssistance(tools.db.kysely, code) : undefined;
  if (!waiting) return err({ kind: 'not-found' });
  if (waiting.state !== 'waiting') return err({ kind: 'assistance-done' });
  return waiting.step === 'ask' ? askFor(tools, waiting, input.actor) : confirmFor(tools, waiting, input.actor);
}

async function askFor(tools: Tools, waiting: Assistance, actor: AccountId): Outcome<null> {
  const registration = await findRegistration(tools.db.kysely, waiting.registrationId);
  const pool = await currentPool(tools);
  if (!registration) return err({ kind: 'not-found' });
  if (!pool) return err({ kind: 'window-closed' });
  // Pressed again after a crash, the same code asks once.
  const asked = await enter(tools, registration, { day: pool.day, repeatKey: `assistance/${waiting.code}` });
  // She asked by herself meanwhile: what the code is for is done.
  if (!asked.ok && asked.error.kind !== 'already-asked') return asked;
  await tools.db.transaction((trx) => markDoneBy(tools, trx, { waiting, actor }));
  return ok(null);
}

async function confirmFor(tools: Tools, waiting: Assistance, actor: AccountId): Outcome<null> {
  return tools.db.transaction(async (trx) => {
    const offer = await findLiveOffer(trx, waiting.registrationId);
    if (!offer || !(await book(tools, trx, { offer, isAssisted: true, now: tools.now() })))
      return err({ kind: 'no-offer' });
    await markDoneBy(tools, trx, { waiting, actor });
    return ok(null);
  });
}

async function markDoneBy(
  tools: Tools,
  trx: Trx,
  { waiting, actor }: { readonly waiting: Assistance; readonly actor: AccountId },
): Promise<void> {
  const now = tools.now();
  await markDone(trx, waiting.code, { actor, now });
  await recordAct(trx, { actor, action: `assist-${waiting.step}`, detail: { code: waiting.code }, now });
}
