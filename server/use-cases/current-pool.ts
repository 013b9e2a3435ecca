import { policyNamed } from '#core/policy/policy.ts';
import { closesAt } from '#core/pool/window.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';
import { findOpenPool } from '#server/db/repositories/pools.ts';
import { isHeldUp } from '#server/db/repositories/rounds.ts';
import type { Tools } from './tools.ts';

/**
 * The pool that takes requests at this moment. Null from its closing time on, whether or not the schedule has come to
 * it: who is in the draw must not hang on which second of a minute it runs, nor on a server that was down. But while the
 * draw before it waits, it can't close, and stays open (protocol, section 2.3).
 */
export async function currentPool(
  tools: Pick<Tools, 'db' | 'now' | 'policies'>,
): Promise<{ readonly day: LocalDay; readonly closesAt: Instant } | null> {
  const pool = await findOpenPool(tools.db.kysely);
  if (!pool) return null;
  const end = closesAt(pool.day, policyNamed(pool.policy, tools.policies).requestWindow);
  const isOpen = tools.now() < end || (await isHeldUp(tools.db.kysely));
  return isOpen ? { day: pool.day, closesAt: end } : null;
}
