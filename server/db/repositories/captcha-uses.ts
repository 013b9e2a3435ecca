import type { Instant } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db } from '../schema.ts';

/** False if this solution was used before. Kept until it would be too old anyway. */
export async function markUsed(db: Db, id: string, until: Instant): Promise<boolean> {
  const added = await db
    .insertInto('captchaUses')
    .values({ id, until: at(until) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export async function deleteCaptchaUses(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('captchaUses').where('until', '<', at(before)).execute();
}
