import type { AccountId } from '#core/ids.ts';
import { runsOutAt } from '#core/pool/standing-request.ts';
import type { Problem } from '#core/problem/kinds.ts';
import { err, ok, type Result } from '#core/result.ts';
import { findStanding } from '#server/db/repositories/appointments.ts';
import { findRegistrationOf, hasAccepted, lockRegistrationOf } from '#server/db/repositories/registrations.ts';
import { hasAsked } from '#server/db/repositories/requests.ts';
import { findStandingRequest, keepAsking } from '#server/db/repositories/standing-requests.ts';
import type { StandingRequestView } from '#server/services/pool.ts';
import type { Applicant, Outcome } from '#server/services.ts';
import { settleGroup } from './group-record.ts';
import { enterStanding } from './keep-standing.ts';
import { policyNow, type Tools } from './tools.ts';

export async function standingRequest(tools: Tools, accountId: AccountId): Promise<StandingRequestView | null> {
  const registration = await findRegistrationOf(tools.db.kysely, accountId);
  const found = registration && (await findStandingRequest(tools.db.kysely, registration.id));
  if (!found) return null;
  const { state, reason, lastSignAt } = found;
  return {
    state,
    reason,
    ports: registration.portChoices,
    lastSignAt,
    runsOutAt: runsOutAt(lastSignAt, policyNow(tools)),
  };
}

/** `PoolServices.stillWaiting`. Her place was looked at when she asked first, and will be when she confirms: not here. */
export async function stillWaiting(tools: Tools, input: { readonly applicant: Applicant }): Outcome<null> {
  const now = tools.now();
  const { termsVersion } = policyNow(tools);
  const kept: Result<null, Problem> = await tools.db.transaction(async (trx) => {
    const registration = await lockRegistrationOf(trx, input.applicant.accountId);
    if (registration?.state !== 'registered') return err({ kind: 'registration-incomplete' });
    const isFree = (await hasAsked(trx, registration.id)) && !(await findStanding(trx, registration.id));
    if (!isFree) return err({ kind: 'no-standing-request' });
    if (registration.portChoices.length === 0) return err({ kind: 'ports-missing' });
    if (!(await hasAccepted(trx, registration.id, termsVersion))) return err({ kind: 'terms-changed-since' });
    const apart = await settleGroup(tools, trx, registration);
    if (apart) return err(apart);
    await keepAsking(trx, registration.id, now);
    return ok(null);
  });
  // Into the pool that is open, at once: she shall see it on the next screen.
  if (kept.ok) await enterStanding(tools);
  return kept;
}
