import type { Selectable } from 'kysely';
import type { RegistrationId } from '#core/ids.ts';
import type { Instant } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db, Schema, Trx } from '../schema.ts';
import type { GroupEventKind } from '../tables/registrations.ts';

export type GroupEvent = Readonly<Selectable<Schema['groupEvents']>>;

/** `registeredAt`: the date in the line from now on, of `date-moved` alone. Nothing of who it was. */
export async function addGroupEvent(
  trx: Trx,
  event: {
    readonly registrationId: RegistrationId;
    readonly kind: GroupEventKind;
    readonly now: Instant;
    readonly registeredAt?: Instant;
  },
): Promise<void> {
  const { now, registeredAt, ...columns } = event;
  await trx
    .insertInto('groupEvents')
    .values({ ...columns, at: at(now), registeredAt: registeredAt === undefined ? null : at(registeredAt) })
    .execute();
}

/** All that ever happened to this group. */
export async function groupEventsOf(db: Db, registrationId: RegistrationId): Promise<readonly GroupEvent[]> {
  return db.selectFrom('groupEvents').selectAll().where('registrationId', '=', registrationId).execute();
}
