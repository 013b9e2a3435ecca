import type { RegistrationId } from '#core/ids.ts';
import type { Policy } from '#core/policy/policy.ts';
import { isAdult } from '#core/registration/group.ts';
import type { Db } from '#server/db/schema.ts';
import { countingOf, groupDay } from './group-record.ts';
import { head, readPeople, readPhoto } from './person-record.ts';
import { policyNow, type Tools } from './tools.ts';

/** Whose live photo confirms a group's place; a demonstration that asks everything goes by the strictest rule. */
export function whoConfirms(tools: Pick<Tools, 'now' | 'asksEverything'>): Policy['whoConfirms'] {
  return tools.asksEverything ? 'head' : policyNow(tools).whoConfirms;
}

/** The photos of whoever may confirm for the group, from registering; the head's first. */
export async function confirmingPhotos(tools: Tools, db: Db, id: RegistrationId): Promise<readonly Uint8Array[]> {
  const now = tools.now();
  const policy = policyNow(tools);
  const isAnyAdult = whoConfirms(tools) === 'any-adult';
  const photos: Uint8Array[] = [];
  for (const person of countingOf(await readPeople(tools, db, id))) {
    const { birthDate, hasPhoto } = person.answers;
    const isGrown = birthDate !== undefined && isAdult(birthDate, groupDay(now), policy);
    const mayConfirm = person.position === head || (isAnyAdult && isGrown);
    // One that waits for a person is compared with nothing yet.
    const photo = hasPhoto && mayConfirm ? await readPhoto(tools, db, person) : null;
    if (photo) photos.push(photo);
  }
  return photos;
}
