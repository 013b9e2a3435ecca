import { policyAt, policyNamed } from '#core/policy/policy.ts';
import { closesAt } from '#core/pool/window.ts';
import { addDays } from '#core/time/day.ts';
import type { LocalDay, TimeZone } from '#core/time/instant.ts';
import { dayIn } from '#core/time/zone.ts';
import { findLastDraw } from '#server/db/repositories/draws.ts';
import { countRequests, findClosedPool, findLastPool, findPoolBefore } from '#server/db/repositories/pools.ts';
import { slotDays as slotDayRows, slotsOfDay } from '#server/db/repositories/slots.ts';
import type { DrawView, SlotView } from '#server/services.ts';
import { drawNow } from './published-draws.ts';
import type { Tools } from './tools.ts';

/** The latest pool and the last draw with its result. */
export async function drawView(tools: Tools): Promise<DrawView> {
  const db = tools.db.kysely;
  // One that waits for its draw comes first: the next one may be open beside it.
  const pool = (await findClosedPool(db)) ?? (await findLastPool(db));
  const last = await findLastDraw(db);
  const now = pool?.state === 'closed' ? await drawNow(tools) : null;
  const counts = pool ? await countRequests(db, pool.day) : {};
  const { withdrawn: _left, ...inPool } = counts;
  const before = pool ? await findPoolBefore(db, pool.day) : undefined;
  return {
    pool: pool
      ? {
          day: pool.day,
          state: pool.state,
          requests: Object.values(inPool).reduce((sum, count) => sum + count, 0),
          closesAt: closesAt(pool.day, policyNamed(pool.policy, tools.policies).requestWindow),
        }
      : null,
    lastDraw: last
      ? {
          day: last.day,
          number: last.number,
          requests: last.requests,
          chosen: last.chosen,
          resultHash: last.resultHash,
        }
      : null,
    waitsFor: now?.waitsFor ?? [],
    postponedDay: before?.state === 'postponed' ? before.day : null,
  };
}

export async function slots(tools: Tools, day: LocalDay): Promise<readonly SlotView[]> {
  const rows = await slotsOfDay(tools.db.kysely, day);
  return rows.map(({ port, slotLocal, places, taken }) => ({ port, slot: slotLocal, places, taken }));
}

/** How many days back the list of a port is shown. */
const daysBack = 14;

export async function slotDays(tools: Tools): Promise<readonly LocalDay[]> {
  return slotDayRows(tools.db.kysely, todayAt(tools));
}

export async function pastSlotDays(tools: Tools): Promise<readonly LocalDay[]> {
  const today = todayAt(tools);
  const days = await slotDayRows(tools.db.kysely, addDays(today, -daysBack));
  return days.filter((day) => day < today);
}

/** By the clocks of the window's zone. */
function todayAt(tools: Tools): LocalDay {
  const now = tools.now();
  return dayIn(now, policyAt(now, tools.policies).requestWindow.timeZone as TimeZone);
}
