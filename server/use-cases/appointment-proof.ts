import type { PortCode, RegistrationId } from '#core/ids.ts';
import { proofClaims } from '#core/offer/proof.ts';
import type { LocalMinute } from '#core/time/instant.ts';
import { findBooked, renewAppointment } from '#server/db/repositories/appointments.ts';
import type { Db, Trx } from '#server/db/schema.ts';
import { countingOf } from './group-record.ts';
import { readPeople } from './person-record.ts';
import type { Tools } from './tools.ts';

/** The signed text of an appointment: when it is booked, and anew when the port moves it, a newborn comes or a name is put right. */
export async function signedProof(
  tools: Tools,
  db: Db,
  of: {
    readonly registrationId: RegistrationId;
    readonly code: string;
    readonly port: PortCode;
    readonly slot: LocalMinute;
  },
): Promise<string> {
  const counting = countingOf(await readPeople(tools, db, of.registrationId));
  const people = counting.map(({ answers: { givenNames = '', familyNames = '' } }) => ({ givenNames, familyNames }));
  const { code, port, slot } = of;
  return tools.signProof(proofClaims({ code, port, slot, people }));
}

/** The names in it have changed: the same appointment and code, a new text. Nothing where none is booked. */
export async function renewProof(tools: Tools, trx: Trx, registrationId: RegistrationId): Promise<void> {
  const booked = await findBooked(trx, registrationId);
  if (!booked) return;
  const proof = await signedProof(tools, trx, { ...booked, slot: booked.slotLocal });
  await renewAppointment(trx, booked.id, { size: booked.size, proof });
}
