import type { Selectable } from 'kysely';
import type { RegistrationId } from '#core/ids.ts';
import type { Instant } from '#core/time/instant.ts';
import { at, json } from '../columns.ts';
import type { Db, Schema } from '../schema.ts';

export type Signal = Readonly<Selectable<Schema['signals']>>;

export type NewSignal = {
  readonly registrationId: RegistrationId;
  readonly kind: string;
  readonly detail: Readonly<Record<string, string | number | boolean>>;
  readonly now: Instant;
};

/** For people to look at; never a refusal by itself. */
export async function addSignals(db: Db, signals: readonly NewSignal[]): Promise<void> {
  if (signals.length === 0) return;
  await db
    .insertInto('signals')
    .values(
      signals.map(({ registrationId, kind, detail, now }) => ({
        registrationId,
        kind,
        detail: json(detail),
        at: at(now),
      })),
    )
    .execute();
}

/** The number deleted. */
export async function deleteSignals(db: Db, before: Instant): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('signals').where('at', '<', at(before)).executeTakeFirst();
  return Number(numDeletedRows);
}

export async function findSignals(db: Db, registrationId: RegistrationId): Promise<readonly Signal[]> {
  return db.selectFrom('signals').selectAll().where('registrationId', '=', registrationId).orderBy('at').execute();
}

type CoarsePlace = Readonly<Selectable<Schema['coarsePlaces']>>;

/** Where this registration was seen since then. */
export async function recentPlaces(
  db: Db,
  registrationId: RegistrationId,
  since: Instant,
): Promise<readonly CoarsePlace[]> {
  return db
    .selectFrom('coarsePlaces')
    .selectAll()
    .where('registrationId', '=', registrationId)
    .where('at', '>=', at(since))
    .orderBy('at')
    .execute();
}

/** A coarse cell, sealed for `id`. */
export async function addCoarsePlace(
  db: Db,
  place: {
    readonly id: string;
    readonly registrationId: RegistrationId;
    readonly sealed: Uint8Array;
    readonly placeToken: string | null;
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

/** Sealed for their ids, oldest first. */
export async function findCoarsePlaces(
  db: Db,
  registrationId: RegistrationId,
): Promise<readonly Readonly<Selectable<Schema['coarsePlaces']>>[]> {
  return db.selectFrom('coarsePlaces').selectAll().where('registrationId', '=', registrationId).orderBy('at').execute();
}
