import type { RegistrationId } from '#core/ids.ts';
import { err, ok } from '#core/result.ts';
import { lockRegistrationOf } from '#server/db/repositories/registrations.ts';
import { lockLiveRequest, requestsOf, withdrawRequest } from '#server/db/repositories/requests.ts';
import { endStanding } from '#server/db/repositories/standing-requests.ts';
import type { Trx } from '#server/db/schema.ts';
import type { WithdrawInput } from '#server/services/pool.ts';
import type { Outcome } from '#server/services.ts';
import type { Tools } from './tools.ts';

/**
 * Takes the waiting request back, or that and the standing one; the date in line stays. Kinds: `nothing-to-withdraw`, for
 * a request also once its pool is closed; where she named its day, that is `changed-since`, unless it is taken back already.
 */
export async function withdraw(tools: Tools, { applicant, what, day }: WithdrawInput): Outcome<null> {
  const now = tools.now();
  return tools.db.transaction(async (trx) => {
    const registration = await lockRegistrationOf(trx, applicant.accountId);
    if (!registration) return err({ kind: 'nothing-to-withdraw' });
    const { id } = registration;
    // All that follows goes with it, of whichever day that is by now.
    const isEnded = what === 'all' && (await endStanding(trx, id, now));
    const isMeant = day === undefined || isEnded || (await lockLiveRequest(trx, id))?.day === day;
    const withdrawn = isMeant && (await withdrawRequest(trx, id, now));
    if (withdrawn || isEnded) return ok(null);
    return err({
      kind: day === undefined || (await isTakenBack(trx, id, day)) ? 'nothing-to-withdraw' : 'changed-since',
    });
  });
}

async function isTakenBack(trx: Trx, id: RegistrationId, day: string): Promise<boolean> {
  const ofDay = (await requestsOf(trx, id)).filter((request) => request.day === day);
  return ofDay.length > 0 && ofDay.every(({ state }) => state === 'withdrawn');
}
