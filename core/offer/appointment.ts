import { err, ok, type Result } from '#core/result.ts';

/**
 * A confirmed offer: a group, a port, a slot. `moved` ends this one where another takes its place (a port closes, the
 * person asked), so that what a proof once said stays on record.
 */
export const appointmentStates = ['booked', 'checked-in', 'cancelled', 'missed', 'moved'] as const;
export type AppointmentState = (typeof appointmentStates)[number];

export const appointmentOutcomes = ['check-in', 'cancel', 'miss', 'move'] as const;
export type AppointmentOutcome = (typeof appointmentOutcomes)[number];

/** Where each outcome leads; what isn't named can't happen from there. */
export const appointmentTransitions: Readonly<
  Record<AppointmentState, Readonly<Partial<Record<AppointmentOutcome, AppointmentState>>>>
> = {
  booked: { 'check-in': 'checked-in', cancel: 'cancelled', miss: 'missed', move: 'moved' },
  'checked-in': {},
  cancelled: {},
  missed: {},
  moved: {},
};

/** The state after the outcome; `not-found` where the appointment no longer stands. */
export function afterAppointment(
  state: AppointmentState,
  outcome: AppointmentOutcome,
): Result<AppointmentState, { readonly kind: 'not-found' }> {
  const next = appointmentTransitions[state][outcome];
  return next ? ok(next) : err({ kind: 'not-found' });
}
