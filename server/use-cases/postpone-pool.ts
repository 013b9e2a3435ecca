import { policyAt, policyNamed } from '#core/policy/policy.ts';
import { isTooLate, slotDayOf } from '#core/pool/window.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { recordAct } from '#server/db/repositories/audit.ts';
import { addMessages } from '#server/db/repositories/outbox.ts';
import {
  findClosedPool,
  findOpenPool,
  lockClosedPool,
  markPostponed,
  movePool,
  openPool,
  type Pool,
} from '#server/db/repositories/pools.ts';
import { postponeRequests } from '#server/db/repositories/requests.ts';
import type { Trx } from '#server/db/schema.ts';
import { layOutSlots, nextDay } from './open-pool.ts';
import { signPostponed } from './sign-once-released.ts';
import type { Tools } from './tools.ts';

/**
 * A pool that nobody could close or draw for days would be drawn for slots that nobody could confirm in time, or that are
 * past. Its requests go to the day that closes next, each with its date: nobody has to ask again. An open one moves as it
 * is; a closed one was announced, so it stays on record as postponed, and everybody in it is told (decision 0023).
 */
export async function postponeStalePool(tools: Tools): Promise<void> {
  const now = tools.now();
  await tools.db.transaction(async (trx) => {
    const isStale = (pool: Pool) => isTooLate(pool.day, now, policyNamed(pool.policy, tools.policies));
    const [open, closed] = [await findOpenPool(trx), await findClosedPool(trx)];
    const stale = [open, closed].find((pool) => pool && isStale(pool));
    if (!stale) return;
    const policy = policyAt(now, tools.policies);
    // Beside a draw that waits a pool is open: what is postponed goes into that one.
    const isInto = stale !== open && open !== undefined;
    const day = isInto ? open.day : nextDay(stale.day, now, policy);
    if (!isInto) await layOutSlots(trx, slotDayOf(day, policy), policy);
    const to = { day, policy: policy.name };
    const isPostponed =
      stale === open
        ? await movePool(trx, stale.day, to)
        : await postponeClosed(tools, trx, { from: stale.day, to, isInto });
    if (!isPostponed) return;
    const detail = { from: stale.day, to: day, state: stale.state };
    await recordAct(trx, { now, actor: 'schedule', action: 'postpone-pool', detail });
  });
}

type Move = {
  readonly from: LocalDay;
  readonly to: { readonly day: LocalDay; readonly policy: string };
  /** That pool is open already. */
  readonly isInto: boolean;
};

/** False where another process has postponed or drawn it meanwhile. */
async function postponeClosed(tools: Tools, trx: Trx, { from, to, isInto }: Move): Promise<boolean> {
  const now = tools.now();
  const pool = await lockClosedPool(trx);
  if (pool?.day !== from || !(await markPostponed(trx, from))) return false;
  if (!isInto && !(await openPool(trx, { ...to, now })))
    throw new Error(`expected no pool beside the closed one of ${from}`);
  await signPostponed(tools, trx, from);
  const moved = await postponeRequests(trx, { from, to: to.day, now });
  await addMessages(
    trx,
    moved.map((registrationId) => ({ kind: 'postponed', registrationId, detail: { from, to: to.day }, now })),
  );
  return true;
}
