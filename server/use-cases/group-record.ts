import type { RegistrationId } from '#core/ids.ts';
import { policyAt } from '#core/policy/policy.ts';
import type { Problem } from '#core/problem/kinds.ts';
import type { Answers } from '#core/registration/answers.ts';
import { type GroupHold, type GroupPerson, groupDate, groupProblem } from '#core/registration/group.ts';
import type { Instant, LocalDay, TimeZone } from '#core/time/instant.ts';
import { dayIn } from '#core/time/zone.ts';
import { findBooked } from '#server/db/repositories/appointments.ts';
import { addGroupEvent } from '#server/db/repositories/group-events.ts';
import { type Registration, setGroup } from '#server/db/repositories/registrations.ts';
import { findLiveRequest, followGroup, lockLiveRequest } from '#server/db/repositories/requests.ts';
import { resumeStanding } from '#server/db/repositories/standing-requests.ts';
import type { Db, Trx } from '#server/db/schema.ts';
import { type PersonRecord, readPeople } from './person-record.ts';
import type { PolicyTools, Tools } from './tools.ts';

/** Whose calendar says how old somebody is: the one that the request window goes by. */
export function groupDay(tools: Pick<Tools, 'policies'>, now: Instant): LocalDay {
  return dayIn(now, policyAt(now, tools.policies).requestWindow.timeZone as TimeZone);
}

/** As the core's rules see her. A birth date that isn't known yet is that of a newborn: nobody is an adult unasked. */
export function groupPerson(
  tools: PolicyTools,
  record: Pick<PersonRecord, 'id' | 'registeredAt'> & { readonly answers: Partial<Answers> },
): GroupPerson {
  const now = tools.now();
  const { birthDate = groupDay(tools, now), guardian } = record.answers;
  return { id: record.id, birthDate, guardian: guardian || undefined, registeredAt: record.registeredAt ?? now };
}

/** What stands in the way of these people being one group today, or null: the core's `groupProblem`. */
export function problemOf(tools: PolicyTools, people: readonly PersonRecord[]): Problem | null {
  const now = tools.now();
  return groupProblem(
    people.map((one) => groupPerson(tools, one)),
    groupDay(tools, now),
    policyAt(now, tools.policies),
  );
}

/** What its request or appointment lets happen to the group. In a transaction that holds the registration. */
export async function lockHold(trx: Trx, id: RegistrationId): Promise<GroupHold> {
  return holdBy(await lockLiveRequest(trx, id), await findBooked(trx, id));
}

/** The same to look at. */
export async function findHold(db: Db, id: RegistrationId): Promise<GroupHold> {
  return holdBy(await findLiveRequest(db, id), await findBooked(db, id));
}

function holdBy(request: { readonly state: string } | undefined, booked: object | undefined): GroupHold {
  if (booked) return 'booked';
  if (!request) return 'free';
  return request.state === 'waiting' ? 'waiting' : 'frozen';
}

/**
 * Writes down how many people count and since when they stand in line; a waiting request follows. To be called, in the
 * transaction that holds the registration, after anybody came, went, was born on another day or got another guardian.
 * Gives what stands in the way of its asking today, by hand and each day alike; as soon as nothing does any more, a
 * standing request goes on. Before the group is registered there is nothing to write. A date of another day is told of.
 */
export async function settleGroup(
  tools: Tools,
  trx: Trx,
  registration: Pick<Registration, 'id' | 'state' | 'registeredAt'>,
): Promise<Problem | null> {
  const { id, state, registeredAt: before } = registration;
  if (state !== 'registered') return null;
  const now = tools.now();
  const counting = countingOf(await readPeople(tools, trx, id));
  const settled = {
    size: counting.length,
    registeredAt: groupDate(
      counting.map((one) => groupPerson(tools, one)),
      groupDay(tools, now),
      policyAt(now, tools.policies),
    ),
  };
  const problem = problemOf(tools, counting);
  if (before !== null && groupDay(tools, before) !== groupDay(tools, settled.registeredAt)) {
    await addGroupEvent(trx, { registrationId: id, kind: 'date-moved', now, registeredAt: settled.registeredAt });
  }
  await setGroup(trx, id, { ...settled, isTogether: problem === null });
  await followGroup(trx, id, settled);
  if (problem === null) await resumeStanding(trx, id, { reason: 'guardian-apart', now });
  return problem;
}

export function countingOf(people: readonly PersonRecord[]): readonly PersonRecord[] {
  return people.filter(({ registeredAt }) => registeredAt !== null);
}

/** The lowest positions that nobody has, so many as are asked for. */
export function freePositions(people: readonly { readonly position: number }[], count: number, from = 1): number[] {
  const taken = new Set(people.map(({ position }) => position));
  const free: number[] = [];
  for (let position = from; free.length < count; position += 1) if (!taken.has(position)) free.push(position);
  return free;
}

export function nameOf({ givenNames, familyNames }: Partial<Answers>): string {
  return [givenNames, familyNames].filter(Boolean).join(' ');
}
