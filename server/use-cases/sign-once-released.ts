import { dayRootMessage } from '#core/draw/registration-log.ts';
import { policyNamed } from '#core/policy/policy.ts';
import { supervisorsFor } from '#core/pool/release.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { releasesOf } from '#server/db/repositories/draw-releases.ts';
import { type AnnouncedDraw, findAnnounced } from '#server/db/repositories/draws.ts';
import type { Pool } from '#server/db/repositories/pools.ts';
import { keepAct, lockParties } from '#server/db/repositories/rounds.ts';
import type { Trx } from '#server/db/schema.ts';
import { operatorKey } from './operator-key.ts';
import { announcementHash, revealOnceSigned } from './round.ts';
import type { Tools } from './tools.ts';

/**
 * The operator signs what was announced once as many supervisors as the pool's policy asks for have released it. Nobody
 * reveals before all have signed: while people can still hold a draw back, nobody knows what it would give (decision 0049).
 * Gives whether the operator has signed.
 */
export async function signOnceReleased(tools: Tools, trx: Trx, pool: Pick<Pool, 'day' | 'policy'>): Promise<boolean> {
  const [operator] = await lockParties(trx, pool.day);
  const draw = await findAnnounced(trx, pool.day);
  if (!operator || !draw) throw new Error(`the pool of ${pool.day} is closed, but was never announced`);
  if (operator.announcementSignature !== null) return true;
  const { drawReleases } = policyNamed(pool.policy, tools.policies);
  const released = supervisorsFor(await releasesOf(trx, pool.day), announcementHash(draw));
  if (released < drawReleases) return false;
  await sign(tools, trx, draw);
  return true;
}

/** What is postponed needs no release: it is never drawn, but the next announcement names the secrets of all (0048). */
export async function signPostponed(tools: Tools, trx: Trx, day: LocalDay): Promise<void> {
  const [operator] = await lockParties(trx, day);
  const draw = await findAnnounced(trx, day);
  if (draw && operator?.announcementSignature === null) await sign(tools, trx, draw);
}

async function sign(tools: Tools, trx: Trx, draw: AnnouncedDraw): Promise<void> {
  const { sign: signed } = await operatorKey(tools, trx);
  const { day, announcement, logRoot: root, logSize: size } = draw;
  const registrationsSignature = signed(dayRootMessage({ day, root, size }));
  await keepAct(trx, { day, ordinal: 0 }, { announcementSignature: signed(announcement), registrationsSignature });
  await revealOnceSigned(tools, trx, day);
}
