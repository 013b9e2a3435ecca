import type { PersonId, RegistrationId } from '#core/ids.ts';
import { type Answers, type RegistrationStep, registrationSteps } from '#core/registration/answers.ts';
import { answersBefore, findOldPhoto } from '#server/db/repositories/changes.ts';
import type { Db } from '#server/db/schema.ts';
import type { AnswerChange } from '#server/services/my-data.ts';
import type { PersonRecord } from './person-record.ts';
import type { Tools } from './tools.ts';
import { answersOfStep, placeOfOld } from './trace.ts';

/**
 * What these people of a group answered before, and after: by person, the latest first. Of a photo only that there was
 * another; `readOldPhoto` opens it.
 */
export async function readTrace(
  tools: Pick<Tools, 'vault'>,
  db: Db,
  { registrationId, people }: { readonly registrationId: RegistrationId; readonly people: readonly PersonRecord[] },
): Promise<ReadonlyMap<PersonId, readonly AnswerChange[]>> {
  const byId = new Map(people.map((one) => [one.id, one]));
  const found = new Map<PersonId, AnswerChange[]>();
  // From the latest back: what one change replaced is what the one before it brought.
  const later = new Map<string, Partial<Answers>>();
  for (const { id, personId, step, at, oldSealed } of await answersBefore(db, registrationId)) {
    const person = byId.get(personId);
    if (!person || !isStep(step)) continue;
    const key = `${personId} ${step}`;
    const after = later.get(key) ?? answersOfStep(person.answers, step);
    const before = oldSealed
      ? (tools.vault.openJson(oldSealed, placeOfOld(id)) as Partial<Answers>)
      : { hasPhoto: true };
    later.set(key, before);
    found.set(personId, [...(found.get(personId) ?? []), { id, step, at, before, after }]);
  }
  return found;
}

/** JPEG of a photo that another took the place of; null where this person has none of that id. */
export async function readOldPhoto(
  tools: Pick<Tools, 'vault'>,
  db: Db,
  { person, id }: { readonly person: PersonId; readonly id: string },
): Promise<Uint8Array | null> {
  const sealed = await findOldPhoto(db, { personId: person, id });
  return sealed ? tools.vault.open(sealed, placeOfOld(id)) : null;
}

export function isStep(step: string): step is RegistrationStep {
  return (registrationSteps as readonly string[]).includes(step);
}
