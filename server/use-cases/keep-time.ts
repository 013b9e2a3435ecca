import { triesKeptMs } from '#core/identity/tries.ts';
import { policyAt, policyNamed } from '#core/policy/policy.ts';
import { closesAt, poolDayAt } from '#core/pool/window.ts';
import type { Result } from '#core/result.ts';
import { addDays } from '#core/time/day.ts';
import type { Instant, TimeZone } from '#core/time/instant.ts';
import { dayIn } from '#core/time/zone.ts';
import { deleteCaptchaUses } from '#server/db/repositories/captcha-uses.ts';
import { deleteOldAnswers } from '#server/db/repositories/changes.ts';
import { deleteWrongTries } from '#server/db/repositories/group-codes.ts';
import { findClosedPool, findLastPool, findOpenPool, type Pool } from '#server/db/repositories/pools.ts';
import { deleteFreshCodes, deleteUnkeptAccounts } from '#server/db/repositories/recovery.ts';
import { deleteRepeats } from '#server/db/repositories/repeats.ts';
import { deleteRhythms } from '#server/db/repositories/rhythms.ts';
import { expireSessions } from '#server/db/repositories/sessions.ts';
import { deleteCoarsePlaces, deleteSignals } from '#server/db/repositories/signals.ts';
import { slotDays } from '#server/db/repositories/slots.ts';
import { deleteTries } from '#server/db/repositories/tries.ts';
import { closePool } from './close-pool.ts';
import { drawPool } from './draw-pool.ts';
import { eachOnItsOwn } from './each-on-its-own.ts';
import { enterReviewed } from './enter-reviewed.ts';
import { forgetNotices } from './forget-notices.ts';
import { forgetUnclaimed } from './forget-unclaimed.ts';
import { keepFreedPlaces } from './freed-places.ts';
import { enterStanding, keepSigns } from './keep-standing.ts';
import { lapseOffers } from './lapse-offers.ts';
import { layOutSlots, openNextPool } from './open-pool.ts';
import { postponeStalePool } from './postpone-pool.ts';
import { learnPolicies } from './publish-policy.ts';
import { keepSeason } from './season.ts';
import { countDraws } from './statistics.ts';
import { takeDrandRound } from './take-drand-round.ts';
import { forgetTextReports } from './text-reports.ts';
import { policyNow, type Tools } from './tools.ts';

const daysAhead = 14;
const minute = 60_000;
const hour = 60 * minute;

/**
 * Does what is due at this moment, once: called each minute and at start. Several processes may call it at the same time:
 * each step is decided by the database, the slower one finds it done. Throws after the last step what went wrong.
 */
export async function keepTime(tools: Tools): Promise<void> {
  await eachOnItsOwn(
    [learnPolicies, lapseOffers, keepSigns, keepPools, keepFreedPlaces, countDraws, keepSlots, forget, tidyUp].map(
      (step) => () => step(tools),
    ),
  );
}

async function keepPools(tools: Tools): Promise<void> {
  const now = tools.now();
  await keepSeason(tools);
  await postponeStalePool(tools);
  // One that waited for its draw since before comes first, and until it is drawn no later one closes.
  await drawDue(tools, await findClosedPool(tools.db.kysely));
  const open = await findOpenPool(tools.db.kysely);
  if (open && isDue(tools, open)) {
    unless(['pool-not-open', 'draw-waits'], await closePool(tools, { actor: 'schedule' }));
    await drawDue(tools, await findClosedPool(tools.db.kysely));
  }

  const day = poolDayAt(now, policyAt(now, tools.policies).requestWindow);
  const after = await findLastPool(tools.db.kysely);
  const isMissing = day !== null && (after === undefined || (after.state !== 'open' && after.day < day));
  if (isMissing) unless(['pool-already-open'], await openNextPool(tools, { actor: 'schedule' }));
  await enterReviewed(tools);
  // Also for those whose offer lapsed a moment ago, and where a crash left some out.
  await enterStanding(tools);
}

/** A pool that staff closed by hand before its time is drawn by hand as well; from its time on, by itself. */
async function drawDue(tools: Tools, closed: Pool | undefined): Promise<void> {
  if (!closed) return;
  await takeDrandRound(tools, closed.day);
  if (isDue(tools, closed))
    unless(['pool-not-closed', 'draw-not-released', 'draw-waits'], await drawPool(tools, { actor: 'schedule' }));
}

function isDue(tools: Tools, pool: Pool): boolean {
  return tools.now() >= closesAt(pool.day, policyNamed(pool.policy, tools.policies).requestWindow);
}

async function keepSlots(tools: Tools): Promise<void> {
  const policy = policyNow(tools);
  const today = dayIn(tools.now(), policy.requestWindow.timeZone as TimeZone);
  const laidOut = new Set(await slotDays(tools.db.kysely, today));
  const missing = Array.from({ length: daysAhead }, (_, index) => addDays(today, index + 1)).filter(
    (day) => !laidOut.has(day),
  );
  for (const day of missing) await tools.db.transaction((trx) => layOutSlots(trx, day, policy));
}

/** The least data: what was kept for a while goes when the while is over. */
async function forget(tools: Tools): Promise<void> {
  const before = (hours: number) => (tools.now() - hours * hour) as Instant;
  await deleteCoarsePlaces(tools.db.kysely, before(24));
  const { signalDays } = policyNow(tools);
  await deleteSignals(tools.db.kysely, before(24 * signalDays));
  // Kept to be held against what looks odd: as long as that, an old photo as well.
  await deleteOldAnswers(tools.db.kysely, before(24 * signalDays));
  await deleteRhythms(tools.db.kysely, before(24 * signalDays));
  // A phone keeps what it has to send for thirty days at most.
  await deleteRepeats(tools.db.kysely, { form: before(24), fetch: before(24 * 31) });
  await deleteCaptchaUses(tools.db.kysely, tools.now());
  await forgetNotices(tools);
  await forgetUnclaimed(tools);
  await deleteWrongTries(tools.db.kysely, before(24));
  await forgetTextReports(tools);
  await deleteTries(tools.db.kysely, (tools.now() - triesKeptMs) as Instant);
  await deleteFreshCodes(tools.db.kysely, before(12));
  await deleteUnkeptAccounts(tools.db.kysely, before(24));
  await tools.db.transaction((trx) =>
    // Longer than a session lives: whose values a late form brings is known from its expired session.
    expireSessions(trx, { idleBefore: before(24), begunBefore: before(36), outcomeBefore: before(0.5) }),
  );
}

/** Once an hour, away from closing and opening: it holds PGlite's one connection for a moment. */
async function tidyUp(tools: Tools): Promise<void> {
  if (Math.floor(tools.now() / minute) % 60 === 30) await tools.db.maintain();
}

/** Another process was faster, or others have to do something first: that is fine. Anything else is a bug. */
function unless(expected: readonly string[], outcome: Result<unknown, { readonly kind: string }>): void {
  if (!outcome.ok && !expected.includes(outcome.error.kind))
    throw new Error(`keepTime met ${outcome.error.kind}, expected ${expected.join(' or ')}`);
}
