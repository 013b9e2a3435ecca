import type { RegistrationId } from '#core/ids.ts';
import { policyAt } from '#core/policy/policy.ts';
import { portOf } from '#core/policy/ports.ts';
import type { Answers, RegistrationStep } from '#core/registration/answers.ts';
import { isAdult } from '#core/registration/group.ts';
import { err, ok } from '#core/result.ts';
import { dayOfMinute } from '#core/time/day.ts';
import { dayIn } from '#core/time/zone.ts';
import { findBooked } from '#server/db/repositories/appointments.ts';
import type { Trx } from '#server/db/schema.ts';
import type { Outcome } from '#server/services.ts';
import { countingOf, groupDay, lockHold, problemOf } from './group-record.ts';
import { type PersonRecord, readPhoto } from './person-record.ts';
import type { PolicyTools, Tools } from './tools.ts';
import { answersOfStep, trace } from './trace.ts';

type Edit = {
  readonly registrationId: RegistrationId;
  readonly people: readonly PersonRecord[];
  readonly before: PersonRecord;
  /** As they will be. */
  readonly answers: Partial<Answers>;
  readonly step: RegistrationStep;
  readonly isNewPhoto: boolean;
};

/**
 * Before an answer of somebody who is registered is changed: whether it may be, and what it was. A photo stays
 * while a place is drawn or held, since whoever bought the place would bring her own. Kinds: `group-frozen`,
 * `group-needs-adult`, `guardian-apart`.
 */
export async function keepTrace(tools: Tools, trx: Trx, edit: Edit): Outcome<null> {
  const { registrationId, before, step, isNewPhoto } = edit;
  const now = tools.now();
  const hold = await lockHold(trx, registrationId);
  if (isNewPhoto && (hold === 'frozen' || hold === 'booked')) return err({ kind: 'group-frozen' });
  const booked = hold === 'booked' ? await findBooked(trx, registrationId) : undefined;
  const isDayItself = booked && dayIn(now, portOf(booked.port).timeZone) >= dayOfMinute(booked.slotLocal);
  if (isDayItself) return err({ kind: 'group-frozen' });
  const problem = step === 'birth' || step === 'guardian' ? leftAlone(tools, edit) : null;
  if (problem) return err(problem);
  if (step === 'photo') {
    const old = isNewPhoto ? await readPhoto(tools, trx, before) : null;
    if (old) await trace(tools, trx, { registrationId, personId: before.id, step, old });
    return ok(null);
  }
  const old = answersOfStep(before.answers, step);
  if (JSON.stringify(old) === JSON.stringify(answersOfStep(edit.answers, step))) return ok(null);
  await trace(tools, trx, { registrationId, personId: before.id, step, old });
  return ok(null);
}

function leftAlone(tools: PolicyTools, { people, before, answers }: Edit) {
  const now = tools.now();
  const policy = policyAt(now, tools.policies);
  const today = groupDay(tools, now);
  const after = countingOf(people).map((one) => (one.id === before.id ? { ...before, answers } : one));
  // Who is asked for her guardian next has none yet: that is no refusal, and of two one has to be the first.
  const anyAdult = after.find(({ answers: { birthDate } }) => {
    return birthDate !== undefined && isAdult(birthDate, today, policy);
  });
  const named = after.map((one) => ({
    ...one,
    answers: { ...one.answers, guardian: one.answers.guardian ?? anyAdult?.id ?? '' },
  }));
  return problemOf(tools, named);
}
