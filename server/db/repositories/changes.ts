import type { PersonId, RegistrationId } from '#core/ids.ts';
import type { Instant } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db } from '../schema.ts';

/** What was changed about a person of the group, without the values themselves. */
export type Change = { readonly personId: PersonId; readonly step: string; readonly at: Instant };

/** `oldSealed`: what stood there before, sealed for `changes` and this id; null for somebody who came or went. */
export async function addChange(
  db: Db,
  {
    now,
    ...change
  }: {
    readonly id: string;
    readonly registrationId: RegistrationId;
    readonly personId: PersonId;
    readonly step: string;
    readonly oldSealed: Uint8Array | null;
    readonly now: Instant;
  },
): Promise<void> {
  await db
    .insertInto('changes')
    .values({ ...change, at: at(now) })
    .execute();
}

/** The latest of each step and person, the latest first. */
export async function lastChanges(db: Db, registrationId: RegistrationId): Promise<readonly Change[]> {
  const rows = await db
    .selectFrom('changes')
    .select(({ fn }) => ['personId', 'step', fn.max('at').as('at')])
    .where('registrationId', '=', registrationId)
    .groupBy(['personId', 'step'])
    .orderBy('at', 'desc')
    .execute();
  return rows;
}
