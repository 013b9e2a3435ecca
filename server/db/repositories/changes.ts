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

/** An answer that was changed, and what it was: sealed for `changes` and this id; null of a photo, which is large. */
export type AnswerBefore = Change & { readonly id: string; readonly oldSealed: Uint8Array | null };

/** The latest first. Who came or went is not among them. */
export async function answersBefore(db: Db, registrationId: RegistrationId): Promise<readonly AnswerBefore[]> {
  return db
    .selectFrom('changes')
    .select(['id', 'personId', 'step', 'at'])
    .select((eb) => eb.case().when('step', '=', 'photo').then(null).else(eb.ref('oldSealed')).end().as('oldSealed'))
    .where('registrationId', '=', registrationId)
    .where('oldSealed', 'is not', null)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
}

/** Of this person only: another's id finds nothing. */
export async function findOldPhoto(
  db: Db,
  { personId, id }: { readonly personId: PersonId; readonly id: string },
): Promise<Uint8Array | null> {
  const found = await db
    .selectFrom('changes')
    .select('oldSealed')
    .where('id', '=', id)
    .where('personId', '=', personId)
    .where('step', '=', 'photo')
    .executeTakeFirst();
  return found?.oldSealed ?? null;
}

/** Old answers and photos from before then. That somebody came or went stays: of her it tells nothing. The number deleted. */
export async function deleteOldAnswers(db: Db, before: Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('changes')
    .where('oldSealed', 'is not', null)
    .where('at', '<', at(before))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** What she answered before goes where she goes; that she came or went stays with the group. */
export async function moveChanges(db: Db, personId: PersonId, to: RegistrationId): Promise<void> {
  await db
    .updateTable('changes')
    .set({ registrationId: to })
    .where('personId', '=', personId)
    .where('oldSealed', 'is not', null)
    .execute();
}

/** Somebody is deleted, and with her what she answered before: only that she was there stays. */
export async function forgetChanges(db: Db, personId: PersonId): Promise<void> {
  await db.deleteFrom('changes').where('personId', '=', personId).where('oldSealed', 'is not', null).execute();
}

/** Registrations of people who were split off from this one, as long as nobody has brought their code. */
export async function findUnclaimed(db: Db, from: RegistrationId): Promise<readonly RegistrationId[]> {
  const rows = await db
    .selectFrom('changes')
    .innerJoin('people', 'people.id', 'changes.personId')
    .innerJoin('registrations', 'registrations.id', 'people.registrationId')
    .select('registrations.id')
    .distinct()
    .where('changes.registrationId', '=', from)
    .where('changes.step', '=', 'split')
    .where('registrations.accountId', 'is', null)
    .where('registrations.state', '=', 'incomplete')
    .orderBy('registrations.id')
    .execute();
  return rows.map((row) => row.id);
}
