import type { AccountId } from '#core/ids.ts';
import { readCode } from '#core/offer/code.ts';
import { portOf } from '#core/policy/ports.ts';
import type { Problem } from '#core/problem/kinds.ts';
import { err, ok, type Result } from '#core/result.ts';
import { dayOfMinute } from '#core/time/day.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';
import { dayIn, instantAt } from '#core/time/zone.ts';
import {
  type Appointment,
  appointmentsOf,
  endAppointment,
  findBooked,
  lockByCode,
  witnessMissed,
} from '#server/db/repositories/appointments.ts';
import { withdrawAssistance } from '#server/db/repositories/assistance.ts';
import { recordAct } from '#server/db/repositories/audit.ts';
import { findOffer } from '#server/db/repositories/offers.ts';
import { addMessage } from '#server/db/repositories/outbox.ts';
import { findRegistrationOf } from '#server/db/repositories/registrations.ts';
import { pauseStanding } from '#server/db/repositories/standing-requests.ts';
import type { Trx } from '#server/db/schema.ts';
import type { CancelInput } from '#server/services/pool.ts';
import type { Applicant, Outcome } from '#server/services.ts';
import { freePlace, giveNow } from './freed-places.ts';
import type { Tools } from './tools.ts';

/**
 * Gives her own appointment back, also one that the port moved: no penalty, the date in line stays, and the place goes to
 * the next in line if there is time. Kinds: `no-appointment`, `appointment-over` (its time has come), `changed-since` (the
 * one that she means ended otherwise).
 */
export async function cancelAppointment(tools: Tools, { applicant, appointmentId }: CancelInput): Outcome<null> {
  const now = tools.now();
  const ended: Result<{ readonly day: LocalDay }, Problem> = await tools.db.transaction(async (trx) => {
    const registration = await findRegistrationOf(trx, applicant.accountId);
    const booked = registration && (await findBooked(trx, registration.id));
    if (appointmentId !== undefined && appointmentId !== booked?.id) {
      const all = registration ? await appointmentsOf(trx, registration.id) : [];
      const isGivenBack = all.some(({ id, state }) => id === appointmentId && state === 'cancelled');
      return err({ kind: isGivenBack ? 'no-appointment' : 'changed-since' });
    }
    if (!booked) return err({ kind: 'no-appointment' });
    if (beginsAt(booked) <= now) return err({ kind: 'appointment-over' });
    if (!(await endAppointment(trx, booked.id, { state: 'cancelled', now }))) return err({ kind: 'no-appointment' });
    const { day, requestId } = await offerOf(trx, booked);
    await freePlace(trx, { ...booked, day, requestId }, { why: 'cancelled', now });
    await afterEnd(trx, booked, { how: 'cancelled', now });
    return ok({ day });
  });
  if (!ended.ok) return ended;
  await giveNow(tools, ended.value.day);
  return ok(null);
}

/**
 * Nobody came, a member of staff says. Her date stays. Of one that is written down as missed already, only that the port
 * says so too is kept. Kinds: `not-found` (no such code), `slot-not-over`.
 */
export async function markMissed(
  tools: Tools,
  input: { readonly actor: AccountId; readonly code: string },
): Outcome<null> {
  const now = tools.now();
  const code = readCode(input.code);
  return tools.db.transaction(async (trx) => {
    const found = code === null ? undefined : await lockByCode(trx, code);
    if (!found) return err({ kind: 'not-found' });
    if (beginsAt(found) > now) return err({ kind: 'slot-not-over' });
    if (found.portSaidMissedAt !== null) return ok(null);
    await witnessMissed(trx, found.id, { who: 'port', now });
    // Where she said it herself before, she knows.
    if (await endAppointment(trx, found.id, { state: 'missed', now })) {
      await afterEnd(trx, found, { how: 'missed', now });
    }
    await recordAct(trx, { actor: input.actor, action: 'mark-missed', detail: { code: found.code }, now });
    return ok(null);
  });
}

/**
 * She was not there, she says herself: the port may never write it down, and until somebody does she can't ask again. Her
 * date stays. Kinds: `no-appointment`, `appointment-day-not-over`.
 */
export async function sayMissed(tools: Tools, input: { readonly applicant: Applicant }): Outcome<null> {
  const now = tools.now();
  return tools.db.transaction(async (trx) => {
    const registration = await findRegistrationOf(trx, input.applicant.accountId);
    const booked = registration && (await findBooked(trx, registration.id));
    if (!booked) return err({ kind: 'no-appointment' });
    if (!isDayPast(booked, now)) return err({ kind: 'appointment-day-not-over' });
    if (!(await endAppointment(trx, booked.id, { state: 'missed', now }))) return err({ kind: 'no-appointment' });
    await witnessMissed(trx, booked.id, { who: 'she', now });
    // No message: she knows it.
    await endBesides(trx, booked, { how: 'missed', now });
    return ok(null);
  });
}

/** The day of its slot is past, by the clocks of the port. */
export function isDayPast({ slotLocal, port }: Pick<Appointment, 'slotLocal' | 'port'>, now: Instant): boolean {
  return dayIn(now, portOf(port).timeZone) > dayOfMinute(slotLocal);
}

type End = { readonly how: 'cancelled' | 'missed'; readonly now: Instant };

async function afterEnd(trx: Trx, appointment: Appointment, { how, now }: End): Promise<void> {
  await endBesides(trx, appointment, { how, now });
  await addMessage(trx, { kind: how, registrationId: appointment.registrationId, detail: {}, now });
}

/** Asking each day is offered again, and nobody looks for a place for a newborn any more. */
async function endBesides(trx: Trx, { registrationId }: Appointment, { how, now }: End): Promise<void> {
  await pauseStanding(trx, registrationId, { reason: how, now });
  await withdrawAssistance(trx, registrationId, { step: 'newborn', now });
}

async function offerOf(trx: Trx, { offerId, registrationId }: Appointment) {
  const offer = await findOffer(trx, offerId, registrationId);
  if (!offer) throw new Error(`expected the offer of the appointment, found none: ${offerId}`);
  return offer;
}

function beginsAt({ slotLocal, port }: Appointment): Instant {
  return instantAt(slotLocal, portOf(port).timeZone);
}
