import { parseAnnouncement } from '#core/draw/announcement.ts';
import { parseCapacity } from '#core/draw/capacity.ts';
import { parsePool } from '#core/draw/pool.ts';
import type { AccountId } from '#core/ids.ts';
import { policyNamed } from '#core/policy/policy.ts';
import { type PoolPreview, previewOf } from '#core/pool/preview.ts';
import { supervisorsFor } from '#core/pool/release.ts';
import { err, ok } from '#core/result.ts';
import { recordAct } from '#server/db/repositories/audit.ts';
import { addRelease, releasesOf } from '#server/db/repositories/draw-releases.ts';
import { type Draw, findDraw } from '#server/db/repositories/draws.ts';
import { findClosedPool, lockClosedPool, type Pool } from '#server/db/repositories/pools.ts';
import type { Db } from '#server/db/schema.ts';
import type { ReleaseServices, ReleaseView } from '#server/services/release.ts';
import { personOfStaff } from './person-of-staff.ts';
import { announcementHash } from './round.ts';
import { signOnceReleased } from './sign-once-released.ts';
import type { Tools } from './tools.ts';

/** The counts of the pool that waits for its draw, out of the files that were announced, and who has released them. */
export async function releaseView(tools: Tools, actor: AccountId): Promise<ReleaseView | null> {
  const db = tools.db.kysely;
  const pool = await findClosedPool(db);
  if (!pool) return null;
  const draw = await announcedDraw(db, pool);
  const hash = announcementHash(draw);
  const releases = await releasesOf(db, pool.day);
  const person = await personOfStaff(db, actor);
  return {
    ...previewOfDraw(draw),
    announcementHash: hash,
    policy: pool.policy,
    needed: policyNamed(pool.policy, tools.policies).drawReleases,
    released: supervisorsFor(releases, hash),
    isMine: releases.some((release) => release.person === person && release.announcementHash === hash),
  };
}

/** See `ReleaseServices`. The hash says which counts she saw: the page may be of another day. */
export async function releaseDraw(
  tools: Tools,
  input: Parameters<ReleaseServices['releaseDraw']>[0],
): ReturnType<ReleaseServices['releaseDraw']> {
  const now = tools.now();
  const { actor, announcementHash: seen } = input;
  return tools.db.transaction(async (trx) => {
    const pool = await lockClosedPool(trx);
    if (!pool) return err({ kind: 'pool-not-closed' });
    if (seen !== announcementHash(await announcedDraw(trx, pool))) return err({ kind: 'form-stale' });
    const person = await personOfStaff(trx, actor);
    const { day } = pool;
    if (await addRelease(trx, { day, announcementHash: seen, person, actor, now }))
      await recordAct(trx, { now, actor, action: 'release-draw', detail: { day, announcementHash: seen } });
    await signOnceReleased(tools, trx, pool);
    return ok({ released: supervisorsFor(await releasesOf(trx, day), seen) });
  });
}

async function announcedDraw(db: Db, { day }: Pool): Promise<Draw> {
  const draw = await findDraw(db, day);
  if (!draw) throw new Error(`the pool of ${day} is closed, but was never announced`);
  return draw;
}

function previewOfDraw({ day, ...files }: Draw): PoolPreview {
  const announcement = parseAnnouncement(files.announcement);
  const capacity = parseCapacity(files.capacity);
  if (!announcement.ok || !capacity.ok) throw new Error(`the announcement or the capacity of ${day} is malformed`);
  const rules = { capacity: capacity.value, bounds: announcement.value.bands.length };
  const pool = parsePool(files.pool, rules);
  if (!pool.ok) throw new Error(`the pool of ${day} is malformed: ${JSON.stringify(pool.error)}`);
  return previewOf(pool.value.rests, capacity.value);
}
