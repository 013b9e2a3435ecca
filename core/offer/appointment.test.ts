import { describe, expect, test } from 'vitest';
import { deadEnds } from '#tests/support/dead-ends.ts';
import { afterAppointment, appointmentOutcomes, appointmentStates, appointmentTransitions } from './appointment.ts';

describe('an appointment', () => {
  const leads = { 'check-in': 'checked-in', cancel: 'cancelled', miss: 'missed', move: 'moved' } as const;
  const pairs = appointmentStates.flatMap((state) => appointmentOutcomes.map((outcome) => [state, outcome] as const));

  test.each(pairs)('%s, %s', (state, outcome) => {
    const expected =
      state === 'booked' ? { ok: true, value: leads[outcome] } : { ok: false, error: { kind: 'not-found' } };
    expect(afterAppointment(state, outcome)).toEqual(expected);
  });
  test('no state is without a way out', () => {
    expect(deadEnds(appointmentTransitions)).toEqual([]);
  });
});
