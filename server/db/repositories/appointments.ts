import type { Selectable } from 'kysely';
import type { AppointmentId, PortCode, RegistrationId } from '#core/ids.ts';
import type { AppointmentState } from '#core/offer/appointment.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db, Schema, Trx } from '../schema.ts';

export type Appointment = Readonly<Selectable<Schema['appointments']>>;
export type NewAppointment = Pick<
  Appointment,
  'id' | 'offerId' | 'registrationId' | 'port' | 'slotLocal' | 'size' | 'code' | 'proof' | 'bookedAt'
>;

/** In the transaction that confirms the offer. Throws if the code is taken (`appointments_code_key`): make another. */
export async function addAppointment(trx: Trx, appointment: NewAppointment): Promise<void> {
  await trx
    .insertInto('appointments')
    .values({ ...appointment, state: 'booked', bookedAt: at(appointment.bookedAt) })
    .execute();
}

export async function isCodeTaken(db: Db, code: string): Promise<boolean> {
  const found = await db.selectFrom('appointments').select('id').where('code', '=', code).executeTakeFirst();
  return found !== undefined;
}

export async function findBooked(db: Db, registrationId: RegistrationId): Promise<Appointment | undefined> {
  return db
    .selectFrom('appointments')
    .selectAll()
    .where('registrationId', '=', registrationId)
    .where('state', '=', 'booked')
    .executeTakeFirst();
}

/** One that is to come, or that she came to. */
export async function findStanding(db: Db, registrationId: RegistrationId): Promise<Appointment | undefined> {
  return db
    .selectFrom('appointments')
    .selectAll()
    .where('registrationId', '=', registrationId)
    .where('state', 'in', ['booked', 'checked-in'])
    .limit(1)
    .executeTakeFirst();
}

/** A new proof under the same code, for as many people. False if it wasn't booked any more. */
export async function renewAppointment(
  db: Db,
  id: AppointmentId,
  { size, proof }: { readonly size: number; readonly proof: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('appointments')
    .set({ size, proof })
    .where('id', '=', id)
    .where('state', '=', 'booked')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** booked → the state. False if it wasn't booked any more. */
export async function endAppointment(
  db: Db,
  id: AppointmentId,
  { state, now }: { readonly state: Exclude<AppointmentState, 'booked'>; readonly now: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('appointments')
    .set({ state, endedAt: at(now) })
    .where('id', '=', id)
    .where('state', '=', 'booked')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export type PortDayEntry = Pick<Appointment, 'slotLocal' | 'size' | 'code' | 'state' | 'bookedAt' | 'registrationId'>;

/** A port's day by slot and code, each with the group that comes. */
export async function portDay(db: Db, port: PortCode, day: LocalDay): Promise<readonly PortDayEntry[]> {
  return db
    .selectFrom('slots')
    .innerJoin('appointments', (join) =>
      join.onRef('appointments.port', '=', 'slots.port').onRef('appointments.slotLocal', '=', 'slots.slotLocal'),
    )
    .select([
      'appointments.slotLocal',
      'appointments.size',
      'appointments.code',
      'appointments.state',
      'appointments.bookedAt',
      'appointments.registrationId',
    ])
    .where('slots.port', '=', port)
    .where('slots.day', '=', day)
    .orderBy('appointments.slotLocal')
    .orderBy('appointments.code')
    .execute();
}

/** Those that stand in one slot, held until the transaction ends. */
export async function lockBookedIn(
  trx: Trx,
  { port, slotLocal }: Pick<Appointment, 'port' | 'slotLocal'>,
): Promise<readonly Appointment[]> {
  return trx
    .selectFrom('appointments')
    .selectAll()
    .where('port', '=', port)
    .where('slotLocal', '=', slotLocal)
    .where('state', '=', 'booked')
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** The one under this code that stands, or that was missed, held until the transaction ends. */
export async function lockByCode(trx: Trx, code: string): Promise<Appointment | undefined> {
  return trx
    .selectFrom('appointments')
    .selectAll()
    .where('code', '=', code)
    .where('state', 'in', ['booked', 'missed'])
    .forUpdate()
    .executeTakeFirst();
}

/** Who says that nobody came, and since when; each of the two is kept beside the other. */
export async function witnessMissed(
  trx: Trx,
  id: AppointmentId,
  { who, now }: { readonly who: 'she' | 'port'; readonly now: Instant },
): Promise<void> {
  const column = who === 'she' ? 'sheSaidMissedAt' : 'portSaidMissedAt';
  await trx
    .updateTable('appointments')
    .set({ [column]: at(now) })
    .where('id', '=', id)
    .execute();
}

/** All there ever were of a registration, the latest first. */
export async function appointmentsOf(db: Db, registrationId: RegistrationId): Promise<readonly Appointment[]> {
  return db
    .selectFrom('appointments')
    .selectAll()
    .where('registrationId', '=', registrationId)
    .orderBy('bookedAt', 'desc')
    .execute();
}
