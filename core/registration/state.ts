import { err, ok, type Result } from '#core/result.ts';

/** A registration is begun by the first answer, counts from the day it is complete, and never comes back once closed. */
export const registrationStates = ['incomplete', 'registered', 'closed'] as const;
export type RegistrationState = (typeof registrationStates)[number];

export const registrationOutcomes = ['complete', 'close'] as const;
export type RegistrationOutcome = (typeof registrationOutcomes)[number];

/** Where each outcome leads; what isn't named can't happen from there. */
export const registrationTransitions: Readonly<
  Record<RegistrationState, Readonly<Partial<Record<RegistrationOutcome, RegistrationState>>>>
> = {
  incomplete: { complete: 'registered', close: 'closed' },
  registered: { close: 'closed' },
  closed: {},
};

export type RegistrationRefusal = {
  readonly kind: 'registration-complete' | 'not-found';
};

/**
 * The state after the outcome. Kinds: `registration-complete` for completing what is complete (her date stays the first
 * one); `not-found` for anything on a closed registration, which to the person is no longer there.
 */
export function afterRegistration(
  state: RegistrationState,
  outcome: RegistrationOutcome,
): Result<RegistrationState, RegistrationRefusal> {
  const next = registrationTransitions[state][outcome];
  if (next) return ok(next);
  return err({ kind: state === 'closed' ? 'not-found' : 'registration-complete' });
}
