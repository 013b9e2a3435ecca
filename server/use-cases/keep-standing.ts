import { silentSince, warnedSince } from '#core/pool/standing-request.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { lockRegistrations } from '#server/db/repositories/registrations.ts';
import { enterStandingBatch } from '#server/db/repositories/standing-entry.ts';
import { markStillApart, pauseSilent, standingApart, warnSilent } from '#server/db/repositories/standing-requests.ts';
import { currentPool } from './current-pool.ts';
import { settleGroup } from './group-record.ts';
import { policyNow, type Tools } from './tools.ts';

/** People at once: a second or less, so that whoever asks at the same time doesn't wait for long. */
const batch = 5000;

/**
 * Puts everybody who asks each day into the open pool, in batches, each of which is committed: after a crash the next
 * minute goes on where this one ended. Gives how many entered.
 */
export async function enterStanding(tools: Tools): Promise<number> {
  const { termsVersion } = policyNow(tools);
  let entered = 0;
  for (;;) {
    // Asked again each time: the pool may have closed between two batches.
    const pool = await currentPool(tools);
    if (!pool) return entered;
    await lookAgain(tools, pool.day);
    const into = { day: pool.day, termsVersion, now: tools.now(), limit: batch };
    const done = await enterStandingBatch(tools.db.kysely, into);
    entered += done.entered;
    if (done.looked < batch) return entered;
  }
}

/** A child whose guardian left may have come of age since, and needs nobody any more: once a pool. */
async function lookAgain(tools: Tools, day: LocalDay): Promise<void> {
  for (const id of await standingApart(tools.db.kysely, day)) {
    await tools.db.transaction(async (trx) => {
      const registration = (await lockRegistrations(trx, [id])).get(id);
      if (registration && (await settleGroup(tools, trx, registration))) await markStillApart(trx, id, day);
    });
  }
}

/** Who gives no sign of life is told before it runs out, and paused after: her date in line stays. */
export async function keepSigns(tools: Tools): Promise<void> {
  const now = tools.now();
  const policy = policyNow(tools);
  await pauseSilent(tools.db.kysely, silentSince(now, policy), now);
  // The nearest first: whoever is told of one day is not told of five.
  for (const daysLeft of policy.signOfLifeWarnings.toReversed()) {
    await warnSilent(tools.db.kysely, { daysLeft, since: warnedSince(now, daysLeft, policy), now });
  }
}
