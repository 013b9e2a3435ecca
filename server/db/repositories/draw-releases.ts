import type { AccountId } from '#core/ids.ts';
import type { Release } from '#core/pool/release.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db } from '../schema.ts';

/** False if this person has released the same already. */
export async function addRelease(
  db: Db,
  release: Release & { readonly day: LocalDay; readonly actor: AccountId; readonly now: Instant },
): Promise<boolean> {
  const { day, announcementHash, person, actor, now } = release;
  const added = await db
    .insertInto('drawReleases')
    .values({ day, announcementHash, person, actor, at: at(now) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('day')
    .executeTakeFirst();
  return added !== undefined;
}

/** Of whatever announcement of the day. */
export async function releasesOf(db: Db, day: LocalDay): Promise<readonly Release[]> {
  return db.selectFrom('drawReleases').select(['person', 'announcementHash']).where('day', '=', day).execute();
}
