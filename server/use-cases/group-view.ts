import type { AccountId, PersonId, RegistrationId } from '#core/ids.ts';
import { policyAt } from '#core/policy/policy.ts';
import { isAdult, isNewborn } from '#core/registration/group.ts';
import { unclaimedUntil } from '#core/registration/hand-over.ts';
import { isFor, nextStep, ownAnswers } from '#core/registration/steps.ts';
import { findBooked } from '#server/db/repositories/appointments.ts';
import { type Change, findUnclaimed, lastChanges } from '#server/db/repositories/changes.ts';
import { codeMadeAt } from '#server/db/repositories/group-codes.ts';
import { findRegistrationOf } from '#server/db/repositories/registrations.ts';
import type { GroupView, PersonView } from '#server/services/group.ts';
import { findHold, groupDay, nameOf } from './group-record.ts';
import { herPeople } from './her-people.ts';
import { head, type PersonRecord, readPeople, readRecord } from './person-record.ts';
import { isStep } from './read-trace.ts';
import type { PolicyTools, Tools } from './tools.ts';

/** Everybody of the head's group, with what is still missing of each. */
export async function group(tools: Tools, accountId: AccountId): Promise<GroupView | null> {
  const db = tools.db.kysely;
  const now = tools.now();
  const policy = policyAt(now, tools.policies);
  const registration = await findRegistrationOf(db, accountId);
  if (registration?.state !== 'incomplete' && registration?.state !== 'registered') return null;
  const [people, changes, hold, booked] = await Promise.all([
    readPeople(tools, db, registration.id),
    lastChanges(db, registration.id),
    findHold(db, registration.id),
    findBooked(db, registration.id),
  ]);
  const today = groupDay(tools, now);
  // What a guest told once for her own people is hers to put right, and nobody else's to know of.
  const isOfMember = ({ step }: Change) => isStep(step) && isFor(step, 'member', policy.questions);
  const confirmedOn = booked ? groupDay(tools, booked.bookedAt) : today;
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
        answers: isHead ? one.answers : ownAnswers(one.answers, policy.questions),
        guardianName: (guardian && names.get(guardian)) || null,
        isAdult: birthDate !== undefined && isAdult(birthDate, today, policy),
        isNewborn: birthDate !== undefined && isNewborn(birthDate, confirmedOn, policy),
        next: nextStep(one.answers, policy, isHead ? 'head' : 'member'),
        registeredAt: one.registeredAt,
        isGuest: one.homeId !== null,
        changes: changesOf(one.id, isHead ? changes : changes.filter(isOfMember)),
      };
    }),
    limit: policy.maxGroup,
    gone: await goneOf(tools, registration.id),
  };
}

/** Those who were split off and have not taken their registration over: of each the person who leads them. */
async function goneOf(tools: Tools, from: RegistrationId): Promise<GroupView['gone']> {
  const gone: GroupView['gone'][number][] = [];
  for (const id of await findUnclaimed(tools.db.kysely, from)) {
    const leader = await readRecord(tools, tools.db.kysely, id);
    const madeAt = await codeMadeAt(tools.db.kysely, id);
    if (leader && madeAt) gone.push({ id: leader.id, name: nameOf(leader.answers), keptUntil: unclaimedUntil(madeAt) });
  }
  return gone;
}

/** Adults of the group but herself: who can answer for her. */
export function adultsBeside(people: readonly PersonRecord[], self: PersonId, tools: PolicyTools) {
  const now = tools.now();
  const policy = policyAt(now, tools.policies);
  return people.filter(({ id, answers: { birthDate } }) => {
    return id !== self && birthDate !== undefined && isAdult(birthDate, groupDay(tools, now), policy);
  });
}

/** Whom its head can name: adults of the group but herself; a guest names one of hers. */
export async function guardians(
  tools: Tools,
  accountId: AccountId,
  person: PersonId,
): Promise<readonly { readonly id: PersonId; readonly name: string; readonly isHead: boolean }[]> {
  const registration = await findRegistrationOf(tools.db.kysely, accountId);
  if (!registration) return [];
  const { hers, self } = await herPeople(tools, tools.db.kysely, registration);
  return adultsBeside(hers, person, tools).map(({ id, answers }) => ({
    id,
    name: nameOf(answers),
    isHead: id === self?.id,
  }));
}

function changesOf(id: PersonId, changes: readonly Change[]): PersonView['changes'] {
  return changes.filter(({ personId }) => personId === id).map(({ step, at }) => ({ step, at }));
}
