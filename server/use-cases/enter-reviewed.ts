import { findRegistration } from '#server/db/repositories/registrations.ts';
import { markEntered, reviewsToEnter } from '#server/db/repositories/reviews.ts';
import { enter } from './ask.ts';
import { currentPool } from './current-pool.ts';
import type { Tools } from './tools.ts';

/**
 * Puts into the open pool whom a person decided for, with the date that she has; while none is open, it is the first thing
 * that the next one takes. However often it runs, and after a crash, each is asked for once. Gives how many entered.
 */
export async function enterReviewed(tools: Tools): Promise<number> {
  const pool = await currentPool(tools);
  if (!pool) return 0;
  let count = 0;
  for (const { code, registrationId } of await reviewsToEnter(tools.db.kysely)) {
    const registration = await findRegistration(tools.db.kysely, registrationId);
    if (!registration) continue;
    const entered = await enter(tools, registration, { day: pool.day, repeatKey: `assistance/${code}` });
    // She asked by herself meanwhile, or her registration is closed: what the decision was for is done.
    const isDone = entered.ok || ['already-asked', 'registration-incomplete'].includes(entered.error.kind);
    if (!isDone) continue;
    await markEntered(tools.db.kysely, code, tools.now());
    if (entered.ok) count += 1;
  }
  return count;
}
