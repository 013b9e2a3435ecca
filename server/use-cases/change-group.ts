import type { PersonId } from '#core/ids.ts';
import { policyAt } from '#core/policy/policy.ts';
import { holdProblem } from '#core/registration/group.ts';
import { nextStep } from '#core/registration/steps.ts';
import { err, ok } from '#core/result.ts';
import { forgetChanges } from '#server/db/repositories/changes.ts';
import { addGroupEvent } from '#server/db/repositories/group-events.ts';
import { countPeople, deletePerson, findPersonById } from '#server/db/repositories/people.ts';
import {
  findRegistrationOf,
  lockRegistrationOf,
  lockRegistrations,
  type Registration,
} from '#server/db/repositories/registrations.ts';
import type { Trx } from '#server/db/schema.ts';
import type { Applicant, Outcome } from '#server/services.ts';
import { admitNewborn } from './admit-newborn.ts';
import { countingOf, freePositions, lockHold, problemOf, settleGroup } from './group-record.ts';
import { sendHome } from './move-people.ts';
import { head, readPeople, writeRecord } from './person-record.ts';
import { endPhotoReview } from './photo-review.ts';
import { policyNow, type Tools } from './tools.ts';
import { trace } from './trace.ts';

type OfPerson = { readonly applicant: Applicant; readonly person: PersonId };

/**
 * Makes room for one more, about whom the questions are asked next; she doesn't count yet. Kinds: `group-full`,
 * `group-frozen`, `registration-incomplete` before the head has answered anything.
 */
export async function addPerson(
  tools: Tools,
  { applicant }: { readonly applicant: Applicant },
): Outcome<{ readonly person: PersonId }> {
  const { maxGroup } = policyAt(tools.now(), tools.policies);
  return tools.db.transaction(async (trx) => {
    const registration = await lockOwn(trx, applicant);
    if (!registration) return err({ kind: 'registration-incomplete' });
    // A newborn may come to a confirmed group: who it is, is known once its birth date is.
    if ((await lockHold(trx, registration.id)) === 'frozen') return err({ kind: 'group-frozen' });
    const people = await readPeople(tools, trx, registration.id);
    // Pressed twice, or begun and left: the one about whom nothing is known yet is that one.
    const blank = people.find(({ answers, position }) => position !== head && Object.keys(answers).length === 0);
    if (blank) return ok({ person: blank.id });
    if (people.length >= maxGroup) return err({ kind: 'group-full', numbers: { limit: maxGroup } });
    const [position = maxGroup] = freePositions(people, 1, head + 1);
    const added = await writeRecord(tools, trx, {
      registrationId: registration.id,
      before: null,
      answers: {},
      position,
    });
    return ok({ person: added.id });
  });
}

/**
 * Somebody added after registering counts from now on, and a waiting request asks for one place more. Kinds: `not-found`,
 * `registration-incomplete` (something isn't answered), `group-full`, `group-frozen`, `group-needs-adult`,
 * `guardian-apart`; of a confirmed group `not-a-newborn`.
 */
export async function admitPerson(
  tools: Tools,
  { applicant, person }: OfPerson,
): Outcome<{ readonly next: 'group' | 'confirmation' | 'assisted' }> {
  const now = tools.now();
  return tools.db.transaction(async (trx) => {
    const registration = await lockOwn(trx, applicant);
    if (registration?.state !== 'registered') return err({ kind: 'registration-incomplete' });
    const hold = await lockHold(trx, registration.id);
    const people = await readPeople(tools, trx, registration.id);
    const coming = people.find(({ id }) => id === person);
    if (!coming) return err({ kind: 'not-found' });
    if (coming.registeredAt !== null) return ok({ next: hold === 'booked' ? 'confirmation' : 'group' });
    if (nextStep(coming.answers, policyNow(tools), 'member') !== 'check')
      return err({ kind: 'registration-incomplete' });
    if (hold === 'frozen') return err({ kind: 'group-frozen' });
    const together = [...countingOf(people), coming].toSorted((one, other) => one.position - other.position);
    const problem = problemOf(tools, together);
    if (problem) return err(problem);
    if (hold === 'booked') return admitNewborn(tools, trx, { registration, newborn: coming });
    await countPeople(trx, registration.id, { ids: [coming.id], now });
    await trace(tools, trx, { registrationId: registration.id, personId: coming.id, step: 'added', old: null });
    await addGroupEvent(trx, { registrationId: registration.id, kind: 'group-grew', now });
    await settleGroup(tools, trx, registration);
    return ok({ next: 'group' });
  });
}

/**
 * Takes somebody out; what was stored of her is deleted. Who came with a registration of her own goes back to it, with all
 * who came with her. The head can't be taken out of her own group. Kinds:
 * `not-found`, `group-frozen`, `group-booked`, `guardian-needed` while a minor's guardian is she.
 */
export async function removePerson(tools: Tools, { applicant, person }: OfPerson): Outcome<null> {
  return tools.db.transaction(async (trx) => {
    const own = await findRegistrationOf(trx, applicant.accountId);
    const known = own && (await findPersonById(trx, own.id, person));
    // Both are held in one order, whoever comes first.
    const held = own ? await lockRegistrations(trx, known?.homeId ? [own.id, known.homeId] : [own.id]) : null;
    const registration = own && held?.get(own.id);
    if (!registration || !isOpen(registration)) return err({ kind: 'not-found' });
    const hold = await lockHold(trx, registration.id);
    const people = await readPeople(tools, trx, registration.id);
    const going = people.find(({ id, position }) => id === person && position !== head);
    if (!going) return err({ kind: 'not-found' });
    // Who doesn't count yet was never part of a request.
    const problem = going.registeredAt === null ? null : holdProblem(hold);
    if (problem) return err(problem);
    const home = going.homeId && held?.get(going.homeId);
    if (home) {
      const apart = await sendHome(tools, trx, { home, host: registration });
      return apart ? err(apart) : ok(null);
    }
    if (people.some(({ answers }) => answers.guardian === person)) return err({ kind: 'guardian-needed' });
    await deletePerson(trx, person);
    await endPhotoReview(tools, trx, {
      registrationId: registration.id,
      people: people.filter((one) => one !== going),
    });
    await forgetChanges(trx, person);
    if (going.registeredAt !== null) {
      await trace(tools, trx, { registrationId: registration.id, personId: person, step: 'removed', old: null });
      await addGroupEvent(trx, { registrationId: registration.id, kind: 'group-shrank', now: tools.now() });
    }
    await settleGroup(tools, trx, registration);
    return ok(null);
  });
}

/** The head's registration while it is hers to change. */
export async function lockOwn(trx: Trx, applicant: Applicant): Promise<Registration | undefined> {
  const registration = await lockRegistrationOf(trx, applicant.accountId);
  return registration && isOpen(registration) ? registration : undefined;
}

function isOpen({ state }: Registration): boolean {
  return state === 'incomplete' || state === 'registered';
}
