import type { AccountId, PersonId } from '#core/ids.ts';
import { policyAt } from '#core/policy/policy.ts';
import { isAdult, isNewborn } from '#core/registration/group.ts';
import { nextStep } from '#core/registration/steps.ts';
import { findBooked } from '#server/db/repositories/appointments.ts';
import { type Change, lastChanges } from '#server/db/repositories/changes.ts';
import { findRegistrationOf } from '#server/db/repositories/registrations.ts';
import type { GroupView, PersonView } from '#server/services/group.ts';
import { findHold, groupDay, nameOf } from './group-record.ts';
import { head, type PersonRecord, readPeople } from './person-record.ts';
import type { Tools } from './tools.ts';

/** Everybody of the head's group, with what is still missing of each. */
export async function group(tools: Tools, accountId: AccountId): Promise<GroupView | null> {
  const db = tools.db.kysely;
  const now = tools.now();
  const policy = policyAt(now);
  const registration = await findRegistrationOf(db, accountId);
  if (registration?.state !== 'incomplete' && registration?.state !== 'registered') return null;
  const [people, changes, hold, booked] = await Promise.all([
    readPeople(tools, db, registration.id),
    lastChanges(db, registration.id),
    findHold(db, registration.id),
    findBooked(db, registration.id),
  ]);
  const today = groupDay(now);
  const confirmedOn = booked ? groupDay(booked.bookedAt) : today;
  const names = new Map<string, string>(people.map(({ id, answers }) => [id, nameOf(answers)]));
  return {
    isRegistered: registration.state === 'registered',
    hold,
    registeredAt: registration.registeredAt,
    people: people.map((one): PersonView => {
      const { birthDate, relationship = null, guardian } = one.answers;
      const isHead = one.position === head;
      return {
        id: one.id,
        isHead,
        name: nameOf(one.answers),
        relationship,
        answers: one.answers,
        guardianName: (guardian && names.get(guardian)) || null,
        isAdult: birthDate !== undefined && isAdult(birthDate, today, policy),
        isNewborn: birthDate !== undefined && isNewborn(birthDate, confirmedOn, policy),
        next: nextStep(one.answers, policy, isHead ? 'head' : 'member'),
        registeredAt: one.registeredAt,
        isGuest: one.homeId !== null,
        changes: changesOf(one.id, changes),
      };
    }),
    limit: policy.maxGroup,
  };
}

/** Adults of the group but herself: who can answer for her. */
export function adultsBeside(people: readonly PersonRecord[], self: PersonId, tools: Pick<Tools, 'now'>) {
  const now = tools.now();
  const policy = policyAt(now);
  return people.filter(({ id, answers: { birthDate } }) => {
    return id !== self && birthDate !== undefined && isAdult(birthDate, groupDay(now), policy);
  });
}

function changesOf(id: PersonId, changes: readonly Change[]): PersonView['changes'] {
  return changes.filter(({ personId }) => personId === id).map(({ step, at }) => ({ step, at }));
}
