import { registeredTooFast } from '#core/eligibility/signals/script.ts';
import { err, ok } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import { countPeople } from '#server/db/repositories/people.ts';
import { completeRegistration, lockRegistrationOf } from '#server/db/repositories/registrations.ts';
import { addSignals } from '#server/db/repositories/signals.ts';
import type { Applicant, Outcome } from '#server/services.ts';
import { problemOf, settleGroup } from './group-record.ts';
import { nextOfGroup } from './next-question.ts';
import { readPeople } from './person-record.ts';
import type { Tools } from './tools.ts';

/**
 * Sends the registration: from now on she and everybody with her have their date in the line. Kinds:
 * `registration-incomplete`, `registration-complete` (the date stays the first one), `group-full`, `group-needs-adult`,
 * `guardian-apart`.
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
    const people = await readPeople(tools, trx, registration.id);
    if (people.length === 0 || nextOfGroup(tools, people).next !== 'check')
      return err({ kind: 'registration-incomplete' });
    const problem = problemOf(tools, people);
    if (problem) return err(problem);
    await countPeople(trx, registration.id, { ids: people.map(({ id }) => id), now });
    await completeRegistration(trx, registration.id, now);
    await settleGroup(tools, trx, { ...registration, state: 'registered' });
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
