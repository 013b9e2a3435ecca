import type { Selectable } from 'kysely';
import type { RegistrationId } from '#core/ids.ts';
import type { Instant } from '#core/time/instant.ts';
import { at, json } from '../columns.ts';
import type { Db, Schema } from '../schema.ts';

export type Signal = Readonly<Selectable<Schema['signals']>>;

/** For people to look at; never a refusal by itself. */
export async function addSignal(
  db: Db,
  signal: {
    readonly registrationId: RegistrationId;
    readonly kind: string;
    readonly detail: Readonly<Record<string, unknown>>;
    readonly now: Instant;
  },
): Promise<void> {
  await db
    .insertInto('signals')
    .values({
      registrationId: signal.registrationId,
      kind: signal.kind,
      detail: json(signal.detail),
      at: at(signal.now),
    })
    .execute();
}

export async function findSignals(db: Db, registrationId: RegistrationId): Promise<readonly Signal[]> {
  return db.selectFrom('signals').selectAll().where('registrationId', '=', registrationId).orderBy('at').execute();
}

/** A coarse cell, sealed for `id`. */
export async function addCoarsePlace(
  db: Db,
  place: {
    readonly id: string;
    readonly registrationId: RegistrationId;
    readonly sealed: Uint8Array;
    readonly now: Instant;
  },
): Promise<void> {
  const { now, ...columns } = place;
  await db
    .insertInto('coarsePlaces')
    .values({ ...columns, at: at(now) })
    .execute();
}

/** They are kept for 24 hours. The number deleted. */
export async function deleteCoarsePlaces(db: Db, before: Instant): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('coarsePlaces').where('at', '<', at(before)).executeTakeFirst();
  return Number(numDeletedRows);
}
