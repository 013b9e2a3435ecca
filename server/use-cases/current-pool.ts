import { policyNamed } from '#core/policy/policy.ts';
import { closesAt } from '#core/pool/window.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';
import { findOpenPool } from '#server/db/repositories/pools.ts';
import type { Tools } from './tools.ts';

/**
 * The pool that takes requests at this moment. Null from its closing time on, whether or not the schedule has come to
 * it: who is in the draw must not hang on which second of a minute it runs, nor on a server that was down.
 */
export async function currentPool(
  tools: Pick<Tools, 'db' | 'now' | 'policies'>,
): Promise<{ readonly day: LocalDay; readonly closesAt: Instant } | null> {
  const pool = await findOpenPool(tools.db.kysely);
  if (!pool) return null;
  const end = closesAt(pool.day, policyNamed(pool.policy, tools.policies).requestWindow);
  return tools.now() < end ? { day: pool.day, closesAt: end } : null;
}
