import { err, ok } from '#core/result.ts';
import { lockRegistrationOf } from '#server/db/repositories/registrations.ts';
import { withdrawRequest } from '#server/db/repositories/requests.ts';
import { endStanding } from '#server/db/repositories/standing-requests.ts';
import type { Withdrawal } from '#server/services/pool.ts';
import type { Applicant, Outcome } from '#server/services.ts';
import type { Tools } from './tools.ts';

/**
 * Takes the waiting request back, or that and the standing one; the date in line stays. Kind: `nothing-to-withdraw`, for
 * a request also once its pool is closed.
 */
export async function withdraw(
  tools: Tools,
  input: { readonly applicant: Applicant; readonly what?: Withdrawal },
): Outcome<null> {
  const now = tools.now();
  return tools.db.transaction(async (trx) => {
    const registration = await lockRegistrationOf(trx, input.applicant.accountId);
    if (!registration) return err({ kind: 'nothing-to-withdraw' });
    const isEnded = input.what === 'all' && (await endStanding(trx, registration.id, now));
    const withdrawn = await withdrawRequest(trx, registration.id, now);
    return withdrawn || isEnded ? ok(null) : err({ kind: 'nothing-to-withdraw' });
  });
}
