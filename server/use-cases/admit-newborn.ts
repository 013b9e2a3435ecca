import { policyAt } from '#core/policy/policy.ts';
import { isNewborn } from '#core/registration/group.ts';
import { err, ok } from '#core/result.ts';
import { findBooked, renewAppointment } from '#server/db/repositories/appointments.ts';
import { addGroupEvent } from '#server/db/repositories/group-events.ts';
import { addMessage } from '#server/db/repositories/outbox.ts';
import { countPeople } from '#server/db/repositories/people.ts';
import type { Registration } from '#server/db/repositories/registrations.ts';
import { takePlaces } from '#server/db/repositories/slots.ts';
import type { Trx } from '#server/db/schema.ts';
import type { Outcome } from '#server/services.ts';
import { signedProof } from './appointment-proof.ts';
import { assist } from './assist.ts';
import { groupDay, settleGroup } from './group-record.ts';
import type { PersonRecord } from './person-record.ts';
import type { Tools } from './tools.ts';
import { trace } from './trace.ts';

type Admission = {
  readonly registration: Registration;
  readonly newborn: PersonRecord;
};

/**
 * A baby joins a confirmed group: one place more in its slot, a new proof under the same short code, told of by a message.
 * Where the slot has no place left, a person looks for one: the appointment stays as it is meanwhile. Kinds:
 * `not-a-newborn`, `group-frozen` where the appointment ended at this moment.
 */
export async function admitNewborn(
  tools: Tools,
  trx: Trx,
  { registration, newborn }: Admission,
): Outcome<{ readonly next: 'confirmation' | 'assisted' }> {
  const now = tools.now();
  const booked = await findBooked(trx, registration.id);
  if (!booked) return err({ kind: 'group-frozen' });
  const { birthDate = '' } = newborn.answers;
  if (!isNewborn(birthDate, groupDay(tools, booked.bookedAt), policyAt(now, tools.policies)))
    return err({ kind: 'not-a-newborn' });
  if (!(await takePlaces(trx, { ...booked, size: 1 }))) {
    const about = { reason: 'help', found: {}, statement: '', maySeePhoto: false, livePhoto: null } as const;
    await assist(tools, trx, { registrationId: registration.id, step: 'newborn', about });
    return ok({ next: 'assisted' });
  }
  await countPeople(trx, registration.id, { ids: [newborn.id], now });
  const proof = await signedProof(tools, trx, { ...booked, slot: booked.slotLocal });
  // One more than its slot counts: somebody who deleted everything may have left since, and her place is held.
  if (!(await renewAppointment(trx, booked.id, { size: booked.size + 1, proof })))
    throw new Error('expected the appointment to be booked while its registration is held');
  await trace(tools, trx, { registrationId: registration.id, personId: newborn.id, step: 'added', old: null });
  await addGroupEvent(trx, { registrationId: registration.id, kind: 'newborn', now });
  await settleGroup(tools, trx, registration);
  await addMessage(trx, { kind: 'confirmed', registrationId: registration.id, detail: {}, now });
  return ok({ next: 'confirmation' });
}
