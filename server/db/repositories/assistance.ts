import type { Selectable } from 'kysely';
import type { RegistrationId } from '#core/ids.ts';
import type { Instant } from '#core/time/instant.ts';
import { at, json } from '../columns.ts';
import type { Db, Schema } from '../schema.ts';
import { type AssistanceStep, assistanceSteps } from '../tables/offers.ts';

export type Assistance = Readonly<Selectable<Schema['assistance']>>;

/**
 * Her code: the one she has for a step that still waits, else `code`. Undefined if `code` is somebody's already: come
 * with another.
 */
export async function requestAssistance(
  db: Db,
  wanted: {
    readonly code: string;
    readonly registrationId: RegistrationId;
    readonly step: AssistanceStep;
    readonly now: Instant;
    /** A member of staff who asks for her. */
    readonly askedBy?: string | undefined;
  },
): Promise<string | undefined> {
  const { now, ...columns } = wanted;
  await db
    .insertInto('assistance')
    .values({ ...columns, state: 'waiting', askedAt: at(now), reason: 'help', found: json({}), maySeePhoto: false })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const waiting = await db
    .selectFrom('assistance')
    .select('code')
    .where('registrationId', '=', wanted.registrationId)
    .where('step', '=', wanted.step)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return waiting?.code;
}

/** The latest that waits: for this step, or for any. */
export async function findWaitingAssistance(
  db: Db,
  registrationId: RegistrationId,
  step?: AssistanceStep,
): Promise<Assistance | undefined> {
  return db
    .selectFrom('assistance')
    .selectAll()
    .where('registrationId', '=', registrationId)
    .where('state', '=', 'waiting')
    .where('step', 'in', step ? [step] : assistanceSteps)
    .orderBy('askedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function findAssistance(db: Db, code: string): Promise<Assistance | undefined> {
  return db.selectFrom('assistance').selectAll().where('code', '=', code).executeTakeFirst();
}

/** waiting → withdrawn: she did the step herself, or it can't be done any more. */
export async function withdrawAssistance(
  db: Db,
  registrationId: RegistrationId,
  { step, now }: { readonly step: AssistanceStep; readonly now: Instant },
): Promise<void> {
  await db
    .updateTable('assistance')
    .set({ state: 'withdrawn', doneAt: at(now), livePhotoSealed: null })
    .where('registrationId', '=', registrationId)
    .where('step', '=', step)
    .where('state', '=', 'waiting')
    .execute();
}

/** All there ever was of a registration. */
export async function assistanceOf(db: Db, registrationId: RegistrationId): Promise<readonly Assistance[]> {
  return db.selectFrom('assistance').selectAll().where('registrationId', '=', registrationId).execute();
}
