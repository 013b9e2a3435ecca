import { randomUUID } from 'node:crypto';
import { recoveryCode } from '#core/identity/recovery-code.ts';
import type { PersonId, RegistrationId } from '#core/ids.ts';
import { policyAt } from '#core/policy/policy.ts';
import { holdProblem, isAdult } from '#core/registration/group.ts';
import { codeEndsAt } from '#core/registration/hand-over.ts';
import { err, ok } from '#core/result.ts';
import { findUnclaimed } from '#server/db/repositories/changes.ts';
import { addGroupCode } from '#server/db/repositories/group-codes.ts';
import { findPersonById } from '#server/db/repositories/people.ts';
import { findRegistrationOf, lockRegistrations, startUnclaimed } from '#server/db/repositories/registrations.ts';
import type { Trx } from '#server/db/schema.ts';
import type { GroupCodeKind } from '#server/db/tables/registrations.ts';
import type { Applicant, Outcome } from '#server/services.ts';
import { lockOwn } from './change-group.ts';
import { countingOf, groupDay, lockHold, problemOf, settleGroup } from './group-record.ts';
import { movePeople } from './move-people.ts';
import { head, readPeople } from './person-record.ts';
import type { Tools } from './tools.ts';

/**
 * Some of the group go their own way: a registration of their own, each with her date, which belongs to whoever brings the
 * code that is shown once. At least one adult goes with them, and no child without her guardian. Kinds:
 * `registration-incomplete`, `group-frozen`, `group-booked`, `fields` (nobody chosen), `group-needs-adult`, `guardian-apart`.
 */
export async function splitGroup(
  tools: Tools,
  { applicant, people: chosen }: { readonly applicant: Applicant; readonly people: readonly string[] },
): Outcome<{ readonly code: string }> {
  const now = tools.now();
  const policy = policyAt(now, tools.policies);
  const today = groupDay(tools, now);
  return tools.db.transaction(async (trx) => {
    const registration = await lockOwn(trx, applicant);
    if (registration?.state !== 'registered') return err({ kind: 'registration-incomplete' });
    const problem = holdProblem(await lockHold(trx, registration.id));
    if (problem) return err(problem);
    const everybody = countingOf(await readPeople(tools, trx, registration.id));
    const mayGo = everybody.filter(({ position, homeId }) => position !== head && homeId === null);
    const isGrown = (one: { readonly answers: { readonly birthDate?: string } }) =>
      isAdult(one.answers.birthDate ?? today, today, policy);
    const going = mayGo
      .filter(({ id }) => chosen.includes(id))
      .toSorted((one, other) => Number(isGrown(other)) - Number(isGrown(one)));
    const [leader] = going;
    if (!leader) return err({ kind: 'fields', fields: [{ field: 'people', kind: 'missing' }] });
    if (!isGrown(leader)) return err({ kind: 'group-needs-adult' });
    const staying = everybody.filter((one) => !going.includes(one));
    for (const part of [going, staying]) {
      const apart = problemOf(tools, part);
      if (apart) return err(apart);
    }

    const id = randomUUID() as RegistrationId;
    const place = { table: 'registrations', column: 'secret_sealed', row: id };
    await startUnclaimed(trx, { id, secretSealed: tools.vault.seal(tools.randomBytes(32), place), now });
    await movePeople(tools, trx, {
      people: going,
      from: registration.id,
      to: id,
      positions: going.map((_one, index) => index + head),
      homeId: null,
      step: 'split',
      company: new Set(going.map((one) => one.id)),
    });
    await settleGroup(tools, trx, registration);
    return ok({ code: await newCode(tools, trx, { registrationId: id, kind: 'hand-over' }) });
  });
}

/**
 * A new hand-over code for people who were split off, in the place of one that is lost: the old one works no longer. `person`
 * is one of them. Kind: `not-found`, also once somebody has brought the code.
 */
export async function renewHandOver(
  tools: Tools,
  { applicant, person }: { readonly applicant: Applicant; readonly person: PersonId },
): Outcome<{ readonly code: string }> {
  return tools.db.transaction(async (trx) => {
    const own = await findRegistrationOf(trx, applicant.accountId);
    const unclaimed = own ? await findUnclaimed(trx, own.id) : [];
    for (const [id, registration] of unclaimed.length > 0 ? await lockRegistrations(trx, unclaimed) : []) {
      if (registration.accountId !== null || !(await findPersonById(trx, id, person))) continue;
      return ok({ code: await newCode(tools, trx, { registrationId: id, kind: 'hand-over' }) });
    }
    return err({ kind: 'not-found' });
  });
}

/** A code with which another head brings her people into this group. Kinds: `registration-incomplete`, `group-frozen`, `group-booked`. */
export async function makeJoinCode(
  tools: Tools,
  { applicant }: { readonly applicant: Applicant },
): Outcome<{ readonly code: string }> {
  return tools.db.transaction(async (trx) => {
    const registration = await lockOwn(trx, applicant);
    if (registration?.state !== 'registered') return err({ kind: 'registration-incomplete' });
    const problem = holdProblem(await lockHold(trx, registration.id));
    if (problem) return err(problem);
    return ok({ code: await newCode(tools, trx, { registrationId: registration.id, kind: 'join' }) });
  });
}

/** Twenty digits of the same make as a recovery code. Only its keyed token is kept. */
async function newCode(
  tools: Tools,
  trx: Trx,
  code: { readonly registrationId: RegistrationId; readonly kind: GroupCodeKind },
): Promise<string> {
  const now = tools.now();
  for (;;) {
    const digits = recoveryCode(tools.randomBytes(8));
    if (digits === null) continue;
    const token = tools.vault.token('group-code', digits);
    await addGroupCode(trx, { ...code, token, now, expiresAt: codeEndsAt(now) });
    return digits;
  }
}
