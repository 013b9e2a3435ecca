import { err, ok, type Result } from '#core/result.ts';

/**
 * A registration is begun by the first answer, counts from the day it is complete, rests while its people are in another
 * group, and never comes back once closed.
 */
export const registrationStates = ['incomplete', 'registered', 'joined', 'closed'] as const;
export type RegistrationState = (typeof registrationStates)[number];

export const registrationOutcomes = ['complete', 'join', 'leave', 'close'] as const;
export type RegistrationOutcome = (typeof registrationOutcomes)[number];

/** Where each outcome leads; what isn't named can't happen from there. */
export const registrationTransitions: Readonly<
  Record<RegistrationState, Readonly<Partial<Record<RegistrationOutcome, RegistrationState>>>>
> = {
  incomplete: { complete: 'registered', close: 'closed' },
  registered: { join: 'joined', close: 'closed' },
  joined: { leave: 'registered', close: 'closed' },
  closed: {},
};

export type RegistrationRefusal = {
  readonly kind: 'registration-incomplete' | 'registration-complete' | 'not-found';
};

/**
 * The state after the outcome. Kinds: `registration-complete` for completing what is complete (her date stays the first
 * one); `registration-incomplete` for joining with what isn't complete; `not-found` for anything else that can't happen,
 * as on a closed registration, which to the person is no longer there.
 */
export function afterRegistration(
  state: RegistrationState,
  outcome: RegistrationOutcome,
): Result<RegistrationState, RegistrationRefusal> {
  const next = registrationTransitions[state][outcome];
  if (next) return ok(next);
  if (state === 'closed' || outcome === 'leave') return err({ kind: 'not-found' });
  if (outcome === 'join') return err({ kind: state === 'incomplete' ? 'registration-incomplete' : 'not-found' });
  return err({ kind: 'registration-complete' });
}
