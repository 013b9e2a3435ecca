import type { RegistrationId } from '#core/ids.ts';
import { goesOnWithoutPhoto } from '#core/registration/answers.ts';
import { err, ok } from '#core/result.ts';
import type { Decision } from '#core/review/decision.ts';
import { missesBeforePerson } from '#core/review/reason.ts';
import { findWaitingAssistance, withdrawAssistance } from '#server/db/repositories/assistance.ts';
import { findRegistration, type Registration } from '#server/db/repositories/registrations.ts';
import type { Db, Trx } from '#server/db/schema.ts';
import type { Applicant, Outcome } from '#server/services.ts';
import { type About, assist } from './assist.ts';
import { guestsOf, herPeople, lockHerPeople } from './her-people.ts';
import { type PersonRecord, readPeople, readPhoto, writeRecord } from './person-record.ts';
import type { Tools } from './tools.ts';

/**
 * A person looks at the photos of hers that were refused too often. Until then she goes on without them. Kind:
 * `registration-incomplete` (nobody's photo was refused so often).
 */
export async function assistWithPhoto(
  tools: Tools,
  { applicant, about }: { readonly applicant: Applicant; readonly about: About },
): Outcome<{ readonly code: string }> {
  return tools.db.transaction(async (trx) => {
    const found = await lockHerPeople(tools, trx, applicant.accountId);
    const refused = found?.hers.filter(isRefused) ?? [];
    if (!found || refused.length === 0) return err({ kind: 'registration-incomplete' });
    const { id: registrationId } = found.registration;
    for (const one of refused) await change(tools, trx, { registrationId, one, photoWaits: true, photoMissing: false });
    return ok({ code: await assist(tools, trx, { registrationId, step: 'photo', about }) });
  });
}

/**
 * What a person decided: photos that are good enough are theirs from now on; of any other she may send three more, and
 * goes on meanwhile. The registration is held by the caller, and that of the group that she is a guest of. Who has none
 * that could be opened is met at the port: what needs a photo goes on waiting. Nobody looks any more either way, and her
 * pages don't say so; nor does anybody who was asked about the same photos by the others of the group.
 */
export async function settlePhotos(
  tools: Tools,
  trx: Trx,
  { registration, decision }: { readonly registration: Registration; readonly decision: Decision },
): Promise<void> {
  const { id: registrationId, joinedInto } = registration;
  for (const one of await waitingPhotos(tools, trx, registrationId)) {
    const isGood = decision === 'for' && (await readPhoto(tools, trx, one)) !== null;
    const settled = { photoWaits: false, photoMissing: !isGood, photoMisses: 0, hasPhoto: isGood };
    await change(tools, trx, { registrationId, one, ...settled });
  }
  const group = joinedInto ?? registrationId;
  await endPhotoReviews(tools, trx, { group, people: await readPeople(tools, trx, group) });
}

/** By a person, or so often by the machine that a person can look; and no other was sent since. */
export function isRefused({ answers }: PersonRecord): boolean {
  const { hasPhoto, photoMisses = 0 } = answers;
  return hasPhoto !== true && (goesOnWithoutPhoto(answers) || photoMisses >= missesBeforePerson);
}

/** Whose photo waits for a person. */
export function isWaiting({ answers }: PersonRecord): boolean {
  return answers.photoWaits === true && answers.hasPhoto !== true;
}

/** The same of all who are hers, wherever they are. */
async function waitingPhotos(
  tools: Pick<Tools, 'vault'>,
  db: Db,
  registrationId: RegistrationId,
): Promise<readonly PersonRecord[]> {
  const registration = await findRegistration(db, registrationId);
  return registration ? (await herPeople(tools, db, registration)).hers.filter(isWaiting) : [];
}

/** Of everybody in a group who was asked about their photos, head or guest: who has none to look at any more is done. */
export async function endPhotoReviews(
  tools: Tools,
  trx: Trx,
  { group, people }: { readonly group: RegistrationId; readonly people: readonly PersonRecord[] },
): Promise<void> {
  await endPhotoReview(tools, trx, { registrationId: group, people });
  for (const home of new Set(people.map(({ homeId }) => homeId)))
    if (home) await endPhotoReview(tools, trx, { registrationId: home, people: guestsOf(home, people) });
}

/** She has sent a good one herself: nobody has to look any more, if there is no other of these people. */
export async function endPhotoReview(
  tools: Tools,
  trx: Trx,
  { registrationId, people }: { readonly registrationId: RegistrationId; readonly people: readonly PersonRecord[] },
): Promise<void> {
  if (people.some(isWaiting)) return;
  await withdrawAssistance(trx, registrationId, { step: 'photo', now: tools.now() });
}

/**
 * People have gone from one registration to another: who looks for those looks for these no longer, and their pages may
 * not say so. Both are held by the caller.
 */
export async function partPhotoReviews(
  tools: Tools,
  trx: Trx,
  { from, to }: { readonly from: RegistrationId; readonly to: RegistrationId },
): Promise<void> {
  await endPhotoReview(tools, trx, { registrationId: from, people: await readPeople(tools, trx, from) });
  // Hers, that she asked for before she joined, goes on.
  if (await findWaitingAssistance(trx, to, 'photo')) return;
  for (const one of (await readPeople(tools, trx, to)).filter(isWaiting))
    await change(tools, trx, { registrationId: to, one, photoWaits: false, photoMissing: true });
}

type Change = {
  readonly registrationId: RegistrationId;
  readonly one: PersonRecord;
  readonly photoWaits: boolean;
  readonly photoMissing: boolean;
  readonly photoMisses?: number;
  readonly hasPhoto?: boolean;
};

async function change(tools: Tools, trx: Trx, { registrationId, one, ...answers }: Change): Promise<void> {
  await writeRecord(tools, trx, { registrationId, before: one, answers: { ...one.answers, ...answers } });
}
