import type { RegistrationId } from '#core/ids.ts';
import { isAdult } from '#core/registration/group.ts';
import type { Db } from '#server/db/schema.ts';
import { countingOf, groupDay } from './group-record.ts';
import { head, readPeople, readPhoto } from './person-record.ts';
import { policyNow, type Tools } from './tools.ts';

/** The photos of whoever may confirm for the group, from registering; the head's first. */
export async function confirmingPhotos(tools: Tools, db: Db, id: RegistrationId): Promise<readonly Uint8Array[]> {
  const now = tools.now();
  const policy = policyNow(tools);
  const isAnyAdult = policy.whoConfirms === 'any-adult';
  const photos: Uint8Array[] = [];
  for (const person of countingOf(await readPeople(tools, db, id))) {
    const { birthDate, hasPhoto } = person.answers;
    const isGrown = birthDate !== undefined && isAdult(birthDate, groupDay(tools, now), policy);
    const mayConfirm = person.position === head || (isAnyAdult && isGrown);
    // One that waits for a person is compared with nothing yet.
    const photo = hasPhoto && mayConfirm ? await readPhoto(tools, db, person) : null;
    if (photo) photos.push(photo);
  }
  return photos;
}
