import type { RegistrationId } from '#core/ids.ts';
import { policyAt } from '#core/policy/policy.ts';
import type { Problem } from '#core/problem/kinds.ts';
import type { Answers } from '#core/registration/answers.ts';
import { isAdult } from '#core/registration/group.ts';
import { moveChanges } from '#server/db/repositories/changes.ts';
import { addGroupEvent } from '#server/db/repositories/group-events.ts';
import { movePerson } from '#server/db/repositories/people.ts';
import { type Registration, setJoinedInto } from '#server/db/repositories/registrations.ts';
import { giveSignOfLife } from '#server/db/repositories/standing-requests.ts';
import type { Trx } from '#server/db/schema.ts';
import { countingOf, freePositions, groupDay, problemOf, settleGroup } from './group-record.ts';
import { guestsOf } from './her-people.ts';
import { head, type PersonRecord, readPeople, writeRecord } from './person-record.ts';
import { partPhotoReviews } from './photo-review.ts';
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
  const now = tools.now();
  const [there, here] =
    move.step === 'joined' ? (['group-grew', 'joined'] as const) : (['parted', 'group-shrank'] as const);
  await addGroupEvent(trx, { registrationId: move.from, kind: here, now });
  await addGroupEvent(trx, { registrationId: move.to, kind: there, now });
  for (const [index, person] of move.people.entries()) {
    const position = move.positions[index] ?? head;
    const sealed = tools.vault
      .withDataKey(person.id, person.key)
      .sealJson(answersThere(tools, person, { ...move, position }), 'sealed');
    await movePerson(trx, person.id, { registrationId: move.to, position, homeId: move.homeId, sealed });
    await moveChanges(trx, person.id, move.to);
    await trace(tools, trx, { registrationId: move.from, personId: person.id, step: move.step, old: null });
  }
  // Who joins is looked at where she goes; she has asked for it herself.
  if (move.step !== 'joined') await partPhotoReviews(tools, trx, move);
}

function answersThere(
  tools: Tools,
  { answers }: PersonRecord,
  { position, company }: Pick<Move, 'company'> & { readonly position: number },
): Partial<Answers> {
  const { relationship: _toAnotherHead, guardian, ...own } = answers;
  const now = tools.now();
  if (own.birthDate !== undefined && isAdult(own.birthDate, groupDay(tools, now), policyAt(now, tools.policies))) {
    return position === head ? own : { ...own, guardian: '' };
  }
  return guardian && company.has(guardian) ? { ...own, guardian } : own;
}

/**
 * People who came with a registration of their own go back to it; both are held. Kind: `group-needs-adult` where children
 * would stay behind without one, or go without one.
 */
export async function sendHome(tools: Tools, trx: Trx, between: HomeAndHost): Promise<Problem | null> {
  const { going, staying } = await partOf(tools, trx, between);
  for (const part of [countingOf(staying), going]) {
    const problem = problemOf(tools, part);
    // For a child whose guardian goes another way another is asked for, as long as there is an adult at all.
    if (problem?.kind === 'group-needs-adult') return problem;
  }
  await moveHome(tools, trx, between);
  return null;
}

/** The same whatever becomes of who stays and who goes: one of the two registrations is about to be deleted. */
export async function moveHome(tools: Tools, trx: Trx, between: HomeAndHost): Promise<void> {
  const { home, host } = between;
  const { going, staying } = await partOf(tools, trx, between);
  // Somebody whom she had begun to add when she joined waits there still.
  const begun = await readPeople(tools, trx, home.id);
  await movePeople(tools, trx, {
    people: going,
    from: host.id,
    to: home.id,
    positions: freePositions(begun, going.length, head),
    homeId: null,
    step: 'left',
    company: new Set(going.map(({ id }) => id)),
  });
  await askForGuardians(tools, trx, { host: host.id, staying });
  await setJoinedInto(trx, home.id, null);
  // Her days to give a sign of life stood still meanwhile.
  if (home.accountId) await giveSignOfLife(trx, home.accountId, tools.now());
  await settleGroup(tools, trx, { ...home, state: 'registered' });
  await settleGroup(tools, trx, host);
}

/** A child who stays behind without her guardian: the head is asked for another. */
async function askForGuardians(
  tools: Tools,
  trx: Trx,
  { host, staying }: { readonly host: RegistrationId; readonly staying: readonly PersonRecord[] },
): Promise<void> {
  const here = new Set<string>(staying.map(({ id }) => id));
  for (const before of staying) {
    const { guardian, ...answers } = before.answers;
    if (guardian && !here.has(guardian)) await writeRecord(tools, trx, { registrationId: host, before, answers });
  }
}

async function partOf(tools: Tools, trx: Trx, { home, host }: HomeAndHost) {
  const everybody = await readPeople(tools, trx, host.id);
  return { going: guestsOf(home.id, everybody), staying: everybody.filter(({ homeId }) => homeId !== home.id) };
}

type HomeAndHost = { readonly home: Registration; readonly host: Registration };
