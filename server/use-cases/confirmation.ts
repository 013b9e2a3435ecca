import { toHex, utf8 } from '#core/draw/hash.ts';
import type { AccountId } from '#core/ids.ts';
import type { Answers } from '#core/registration/answers.ts';
import { announcementOfBooked } from '#server/db/repositories/draws.ts';
import { findRegistrationOf } from '#server/db/repositories/registrations.ts';
import type { Confirmation, PersonName } from '#server/services/confirmation.ts';
import { countingOf } from './group-record.ts';
import { nodeHash } from './hash.ts';
import { readPeople } from './person-record.ts';
import { standing } from './standing.ts';
import type { Tools } from './tools.ts';

/** The appointment and the names of her own group, opened for her alone; null where none is booked. */
export async function confirmation(tools: Tools, accountId: AccountId): Promise<Confirmation | null> {
  const stands = await standing(tools, accountId);
  const registration = await findRegistrationOf(tools.db.kysely, accountId);
  if (stands.step !== 'booked' || !registration) return null;
  const people = countingOf(await readPeople(tools, tools.db.kysely, registration.id));
  const announcement = await announcementOfBooked(tools.db.kysely, registration.id);
  return {
    appointment: stands.appointment,
    people: people.map(({ answers }) => nameIn(answers)),
    announcementHash: toHex(nodeHash.sha256(utf8(announcement))),
  };
}

function nameIn({
  givenNames = '',
  familyNames = '',
  nativeGivenNames = '',
  nativeFamilyNames = '',
}: Partial<Answers>): PersonName {
  return { givenNames, familyNames, nativeGivenNames, nativeFamilyNames };
}
