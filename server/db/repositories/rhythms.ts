import type { RegistrationId } from '#core/ids.ts';
import type { Instant } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db } from '../schema.ts';

type Rhythm = { readonly token: string; readonly registrationId: RegistrationId; readonly now: Instant };

/** Remembers that this registration's hands moved so, and gives how many other registrations did the same before. */
export async function addRhythm(db: Db, { token, registrationId, now }: Rhythm): Promise<number> {
  await db
    .insertInto('rhythms')
    .values({ token, registrationId, at: at(now) })
    .onConflict((conflict) => conflict.columns(['token', 'registrationId']).doUpdateSet({ at: at(now) }))
    .execute();
  const { count } = await db
    .selectFrom('rhythms')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('token', '=', token)
    .where('registrationId', '<>', registrationId)
    .executeTakeFirstOrThrow();
  return count;
}

export async function deleteRhythms(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('rhythms').where('at', '<', at(before)).execute();
}
