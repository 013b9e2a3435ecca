import type { PersonId } from '#core/ids.ts';
import type { FieldProblem, Problem } from '#core/problem/kinds.ts';
import { err, ok, type Result } from '#core/result.ts';
import { missesBeforePerson } from '#core/review/reason.ts';
import type { Applicant } from '#server/services.ts';
import { lockHerPeople } from './her-people.ts';
import { lookForFace } from './look-at-photo.ts';
import { writePhoto, writeRecord } from './person-record.ts';
import type { Tools } from './tools.ts';

type Upload = {
  readonly applicant: Applicant;
  /** Of her group; null for the head herself. */
  readonly person: PersonId | null;
  readonly photo: Uint8Array;
  readonly sandboxWish: string | undefined;
};

/**
 * A photo for the registration, cleaned. Kinds: `fields` (photo), from the third in a row that a person could have a look
 * at `photo-refused`. A check that is busy, down or late has not judged: the photo is taken, and is compared when she confirms.
 */
export async function judgePhoto(tools: Tools, upload: Upload): Promise<Result<Uint8Array, Problem>> {
  const clean = await tools.cleanPhoto(upload.photo);
  if (!clean.ok) return err(await refuse(tools, upload, { why: { field: 'photo', ...clean.error }, picture: null }));
  const wish = upload.sandboxWish ? { sandboxWish: upload.sandboxWish } : {};
  const seen = await lookForFace(tools, { photo: clean.value, ...wish });
  if (seen.ok || seen.error.kind !== 'presence-missed') return ok(clean.value);
  return err(await refuse(tools, upload, { why: { field: 'photo', kind: 'face-not-seen' }, picture: clean.value }));
}

type Refused = {
  readonly why: FieldProblem;
  /** What can be shown to a person; null where the file could not be opened. */
  readonly picture: Uint8Array | null;
};

/** Counts it, and from the third on keeps the picture, sealed, should she let a person look at it. */
async function refuse(tools: Tools, { applicant, person }: Upload, { why, picture }: Refused): Promise<Problem> {
  const plain: Problem = { kind: 'fields', fields: [why] };
  if (why.kind === 'missing') return plain;
  return tools.db.transaction(async (trx) => {
    const found = await lockHerPeople(tools, trx, applicant.accountId);
    const before = person === null ? found?.self : found?.hers.find(({ id }) => id === person);
    // The one that she has stands; of a stranger nothing is counted.
    if (!found || !before || before.answers.hasPhoto) return plain;
    const misses = (before.answers.photoMisses ?? 0) + 1;
    const answers = { ...before.answers, photoMisses: misses };
    const changed = await writeRecord(tools, trx, { registrationId: found.registration.id, before, answers });
    if (misses < missesBeforePerson) return plain;
    if (picture) await writePhoto(tools, trx, { person: changed, photo: picture });
    return { kind: 'photo-refused', fields: [why], numbers: { misses } };
  });
}
