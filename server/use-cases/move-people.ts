import type { RegistrationId } from '#core/ids.ts';
import { policyAt } from '#core/policy/policy.ts';
import type { Problem } from '#core/problem/kinds.ts';
import type { Answers } from '#core/registration/answers.ts';
import { groupProblem, isAdult } from '#core/registration/group.ts';
import { movePerson } from '#server/db/repositories/people.ts';
import { type Registration, setJoinedInto } from '#server/db/repositories/registrations.ts';
import type { Trx } from '#server/db/schema.ts';
import { countingOf, groupDay, groupPerson, settleGroup } from './group-record.ts';
import { head, type PersonRecord, readPeople } from './person-record.ts';
import type { Tools } from './tools.ts';
import { trace } from './trace.ts';

export type Move = {
  readonly people: readonly PersonRecord[];
  readonly from: RegistrationId;
  readonly to: RegistrationId;
  /** Where each stands there, in this order. */
  readonly positions: readonly number[];
  readonly homeId: RegistrationId | null;
  /** Word of the trace, which stays with the group that they leave. */
  readonly step: 'split' | 'joined' | 'left';
  /** Ids of all who are in the group that they come to. A guardian who isn't, is asked for again. */
  readonly company: ReadonlySet<string>;
};

/** Moves people between two held registrations. What they are to the head is asked again: it is another head. */
export async function movePeople(tools: Tools, trx: Trx, move: Move): Promise<void> {
  for (const [index, person] of move.people.entries()) {
    const position = move.positions[index] ?? head;
    const sealed = tools.vault
      .withDataKey(person.id, person.key)
      .sealJson(answersThere(tools, person, { ...move, position }), 'sealed');
    await movePerson(trx, person.id, { registrationId: move.to, position, homeId: move.homeId, sealed });
    await trace(tools, trx, { registrationId: move.from, personId: person.id, step: move.step, old: null });
  }
}

function answersThere(
  tools: Tools,
  { answers }: PersonRecord,
  { position, company }: Pick<Move, 'company'> & { readonly position: number },
): Partial<Answers> {
  const { relationship: _toAnotherHead, guardian, ...own } = answers;
  const now = tools.now();
  if (own.birthDate !== undefined && isAdult(own.birthDate, groupDay(now), policyAt(now))) {
    return position === head ? own : { ...own, guardian: '' };
  }
  return guardian && company.has(guardian) ? { ...own, guardian } : own;
}

/**
 * People who came with a registration of their own go back to it; both are held. Kind: `group-needs-adult` where children
 * would stay behind without one, or go without one.
 */
export async function sendHome(tools: Tools, trx: Trx, between: HomeAndHost): Promise<Problem | null> {
  const now = tools.now();
  const { going, staying } = await partOf(tools, trx, between);
  for (const part of [countingOf(staying), going]) {
    const problem = groupProblem(
      part.map((one) => groupPerson(one, now)),
      groupDay(now),
      policyAt(now),
    );
    // A guardian who goes another way is asked for again, as long as there is an adult at all.
    if (problem?.kind === 'group-needs-adult') return problem;
  }
  await moveHome(tools, trx, between);
  return null;
}

/** The same whatever becomes of who stays and who goes: one of the two registrations is about to be deleted. */
export async function moveHome(tools: Tools, trx: Trx, between: HomeAndHost): Promise<void> {
  const { home, host } = between;
  const { going } = await partOf(tools, trx, between);
  await movePeople(tools, trx, {
    people: going,
    from: host.id,
    to: home.id,
    positions: going.map((_one, index) => index + head),
    homeId: null,
    step: 'left',
    company: new Set(going.map(({ id }) => id)),
  });
  await setJoinedInto(trx, home.id, null);
  await settleGroup(tools, trx, { id: home.id, state: 'registered' });
  await settleGroup(tools, trx, host);
}

async function partOf(tools: Tools, trx: Trx, { home, host }: HomeAndHost) {
  const everybody = await readPeople(tools, trx, host.id);
  const going = everybody
    .filter(({ homeId }) => homeId === home.id)
    // Who told what a group tells once was its head.
    .toSorted(
      (one, other) => Number(Boolean(other.answers.primaryLanguage)) - Number(Boolean(one.answers.primaryLanguage)),
    );
  return { going, staying: everybody.filter(({ homeId }) => homeId !== home.id) };
}

type HomeAndHost = { readonly home: Registration; readonly host: Registration };
