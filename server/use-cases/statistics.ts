import { writeStatistics } from '#core/statistics/csv.ts';
import { statisticsOf, withLists } from '#core/statistics/of-draw.ts';
import { addDays } from '#core/time/day.ts';
import type { LocalDay, TimeZone } from '#core/time/instant.ts';
import { dayIn } from '#core/time/zone.ts';
import {
  countDraw,
  countEnd,
  countedDays,
  keepStatistics,
  statisticsRows,
  uncountedDays,
} from '#server/db/repositories/statistics.ts';
import type { StatisticsStage } from '#server/db/tables/draws.ts';
import type { StatisticsView } from '#server/services/statistics.ts';
import { policyNow, type Tools } from './tools.ts';

/** Days after its slots that a port can still write down who did not come: then a draw's appointments are over. */
const daysToWrite = 15;

/** Counts each draw right after it, and what came of it once its appointments are over. Neither is ever counted anew. */
export async function countDraws(tools: Tools): Promise<void> {
  const { requestWindow, leadDays } = policyNow(tools);
  for (const day of await uncountedDays(tools.db.kysely, 'draw', null)) await countOne(tools, day, 'draw');
  const today = dayIn(tools.now(), requestWindow.timeZone as TimeZone);
  const over = addDays(today, -(leadDays + daysToWrite));
  for (const day of await uncountedDays(tools.db.kysely, 'end', over)) await countOne(tools, day, 'end');
}

async function countOne(tools: Tools, day: LocalDay, stage: StatisticsStage): Promise<void> {
  const now = tools.now();
  await tools.db.transaction(async (trx) => {
    if (stage === 'draw') {
      const { requests, counted } = await countDraw(trx, day);
      await keepStatistics(trx, { day, stage, published: statisticsOf(requests, counted), now });
      return;
    }
    const [before] = await statisticsRows(trx, day);
    if (!before) throw new Error(`expected the draw of ${day} to be counted before what came of it`);
    await keepStatistics(trx, { day, stage, published: withLists(before.published, await countEnd(trx, day)), now });
  });
}

/** What is told of that draw, or of the last one. */
export async function statistics(tools: Tools, asked: LocalDay | null): Promise<StatisticsView> {
  const days = await countedDays(tools.db.kysely);
  const day = days.find((one) => one === asked) ?? days[0];
  if (day === undefined) return { days, shown: null };
  const [row] = await statisticsRows(tools.db.kysely, day);
  return { days, shown: row ? { day, policy: row.policy, ...row.published } : null };
}

/** All of it as a file. */
export async function statisticsFile(tools: Tools): Promise<string> {
  const rows = await statisticsRows(tools.db.kysely, null);
  return writeStatistics(rows.map(({ day, published }) => ({ day, ...published })));
}
