import { policyAt, policyNamed } from '#core/policy/policy.ts';
import { slotDayOf } from '#core/pool/window.ts';
import { addHours, minuteOf } from '#core/time/day.ts';
import type { TimeZone } from '#core/time/instant.ts';
import { instantAt } from '#core/time/zone.ts';
import { recordAct } from '#server/db/repositories/audit.ts';
import { findLastPool, movePool } from '#server/db/repositories/pools.ts';
import { layOutSlots, nextDay } from './open-pool.ts';
import type { Tools } from './tools.ts';

/**
 * A pool that nobody could close for days would be drawn for slots that nobody could confirm in time, or that are past.
 * It takes its requests along to the day that closes next: nobody has to ask again.
 */
export async function postponeStalePool(tools: Tools): Promise<void> {
  const now = tools.now();
  await tools.db.transaction(async (trx) => {
    const last = await findLastPool(trx);
    if (last?.state !== 'open') return;
    const before = policyNamed(last.policy);
    const slotDay = slotDayOf(last.day, before);
    const begins = instantAt(minuteOf(slotDay, '00:00'), before.requestWindow.timeZone as TimeZone);
    if (begins >= addHours(now, before.offerHours)) return;
    const policy = policyAt(now);
    const day = nextDay(last.day, now, policy);
    await layOutSlots(trx, slotDayOf(day, policy), policy);
    if (!(await movePool(trx, last.day, { day, policy: policy.name }))) return;
    await recordAct(trx, { now, actor: 'schedule', action: 'postpone-pool', detail: { from: last.day, to: day } });
  });
}
