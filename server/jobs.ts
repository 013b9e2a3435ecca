import { PgBoss } from 'pg-boss';
import type { Database } from './db/database.ts';
import type { Log } from './log.ts';

const queue = 'each-minute';

export type Jobs = { stop(): Promise<void> };

/**
 * The one schedule (decision 0004): each minute, on one process of many, what is due is done. pg-boss keeps it in the
 * database, so that it survives a restart and two processes never run it at once.
 */
export async function startJobs(database: Database, log: Log, eachMinute: () => Promise<void>): Promise<Jobs> {
  const boss = new PgBoss({ ...database.pgBoss, superviseIntervalSeconds: 60 });
  boss.on('error', (error: unknown) => log.failure('jobs', error));
  await boss.start();
  // `singleton`: a minute's work that takes longer is not overtaken by the next minute's.
  // A process that is killed in the middle leaves its job active: after two minutes another may run, where pg-boss would
  // wait for 15. Work that takes longer goes on beside it, which it can: the database decides each step.
  await boss.createQueue(queue, { policy: 'singleton', retryLimit: 0, expireInSeconds: 120, deleteAfterSeconds: 3600 });
  await boss.schedule(queue, '* * * * *');
  await boss.work(queue, { pollingIntervalSeconds: 5 }, async () => {
    await eachMinute();
  });
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) };
}
