import { registeredTooFast } from '#core/eligibility/signals/script.ts';
import { nextStep } from '#core/registration/steps.ts';
import { err, ok } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import { completeRegistration, lockRegistrationOf } from '#server/db/repositories/registrations.ts';
import { addSignals } from '#server/db/repositories/signals.ts';
import type { Applicant, Outcome } from '#server/services.ts';
import { readRecord } from './person-record.ts';
import { registrationPolicy, type Tools } from './tools.ts';

/**
 * Sends the registration: from now on she has her date in the line. Kinds: `registration-incomplete`,
 * `registration-complete` (the date stays the first one).
 */
export async function register(
  tools: Tools,
  input: { readonly applicant: Applicant },
): Outcome<{ readonly registeredAt: Instant }> {
  const now = tools.now();
  return tools.db.transaction(async (trx) => {
    const registration = await lockRegistrationOf(trx, input.applicant.accountId);
    if (!registration) return err({ kind: 'registration-incomplete' });
    if (registration.state !== 'incomplete') return err({ kind: 'registration-complete' });
    const record = await readRecord(tools, trx, registration.id);
    if (!record || nextStep(record.answers, registrationPolicy(tools), 'head') !== 'check')
      return err({ kind: 'registration-incomplete' });
    await completeRegistration(trx, registration.id, now);
    await addSignals(
      trx,
      registeredTooFast(now - registration.startedAt).map((signal) => ({
        ...signal,
        registrationId: registration.id,
        now,
      })),
    );
    return ok({ registeredAt: now });
  });
}
