import { type Selectable, sql } from 'kysely';
import type { PersonId, RegistrationId } from '#core/ids.ts';
import type { Instant } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db, Schema } from '../schema.ts';

/** Without the photo, which is large: findPhoto reads it. */
export type Person = Readonly<Omit<Selectable<Schema['people']>, 'photoSealed'>>;

const columns = [
  'id',
  'registrationId',
  'position',
  'sealed',
  'dataKeyWrapped',
  'keyId',
  'givenTokens',
  'familyTokens',
  'birthToken',
  'birthYearToken',
  'birthMonthDayToken',
  'phoneToken',
  'photoAt',
  'registeredAt',
  'homeId',
] as const;

export type PersonTokens = Pick<
  Person,
  'givenTokens' | 'familyTokens' | 'birthToken' | 'birthYearToken' | 'birthMonthDayToken' | 'phoneToken'
>;

/** In the order of position: the head of the group first. */
export async function findPeople(db: Db, registrationId: RegistrationId): Promise<readonly Person[]> {
  return db
    .selectFrom('people')
    .select(columns)
    .where('registrationId', '=', registrationId)
    .orderBy('position')
    .execute();
}

/** The same of many groups at once. */
export async function findPeopleOfAll(db: Db, registrationIds: readonly RegistrationId[]): Promise<readonly Person[]> {
  if (registrationIds.length === 0) return [];
  return db
    .selectFrom('people')
    .select(columns)
    .where('registrationId', 'in', registrationIds)
    .orderBy('position')
    .execute();
}

/**
 * The head of a registration, wherever she is. Where its people have joined another's group she is the first of those who
 * came from there: joining keeps their order, and they go home all at once.
 */
export async function findHead(db: Db, registrationId: RegistrationId): Promise<Person | undefined> {
  return db
    .selectFrom('people')
    .select(columns)
    .where((eb) =>
      eb.or([
        eb.and([eb('registrationId', '=', registrationId), eb('position', '=', 1)]),
        eb('homeId', '=', registrationId),
      ]),
    )
    .orderBy('position')
    .limit(1)
    .executeTakeFirst();
}

/** Of this registration only, wherever its people are (as `findHead`): another group's id finds nobody. */
export async function findPersonById(
  db: Db,
  registrationId: RegistrationId,
  id: PersonId,
): Promise<Person | undefined> {
  return db
    .selectFrom('people')
    .select(columns)
    .where((eb) => eb.or([eb('registrationId', '=', registrationId), eb('homeId', '=', registrationId)]))
    .where('id', '=', id)
    .executeTakeFirst();
}

export type NewPerson = PersonTokens &
  Pick<Person, 'id' | 'registrationId' | 'position' | 'sealed' | 'dataKeyWrapped' | 'keyId'>;

/** False if the position is taken, by a step sent twice: find it and update it then. */
export async function addPerson(db: Db, person: NewPerson): Promise<boolean> {
  const added = await db
    .insertInto('people')
    .values(person)
    .onConflict((conflict) => conflict.constraint('people_one_a_position').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export async function updatePerson(
  db: Db,
  id: PersonId,
  person: Partial<PersonTokens> & { readonly sealed: Uint8Array },
): Promise<void> {
  await db.updateTable('people').set(person).where('id', '=', id).execute();
}

/** From now on she counts in her group; who counted before keeps her date. */
export async function countPeople(
  db: Db,
  registrationId: RegistrationId,
  { ids, now }: { readonly ids: readonly PersonId[]; readonly now: Instant },
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('people')
    .set({ registeredAt: at(now) })
    .where('registrationId', '=', registrationId)
    .where('id', 'in', ids)
    .where('registeredAt', 'is', null)
    .execute();
}

/** With all that was sealed for her, and her data key: nothing can open it any more. */
export async function deletePerson(db: Db, id: PersonId): Promise<void> {
  await db.deleteFrom('people').where('id', '=', id).execute();
}

/** Into another registration, at a position that is free there. `homeId`: where she came from, or null where she stays. */
export async function movePerson(
  db: Db,
  id: PersonId,
  to: {
    readonly registrationId: RegistrationId;
    readonly position: number;
    readonly homeId: RegistrationId | null;
    readonly sealed: Uint8Array;
  },
): Promise<void> {
  await db.updateTable('people').set(to).where('id', '=', id).execute();
}

export async function setPhoto(
  db: Db,
  id: PersonId,
  photo: { readonly sealed: Uint8Array; readonly now: Instant },
): Promise<void> {
  await db
    .updateTable('people')
    .set({ photoSealed: photo.sealed, photoAt: at(photo.now) })
    .where('id', '=', id)
    .execute();
}

export async function findPhoto(
  db: Db,
  id: PersonId,
): Promise<{ readonly sealed: Uint8Array; readonly dataKeyWrapped: Uint8Array; readonly keyId: string } | undefined> {
  return db
    .selectFrom('people')
    .select(['photoSealed as sealed', 'dataKeyWrapped', 'keyId'])
    .where('id', '=', id)
    .where('photoSealed', 'is not', null)
    .$narrowType<{ sealed: Uint8Array }>()
    .executeTakeFirst();
}

/**
 * Registrations of heads with an account, by birth date and by every part of their names that was given; two at most. A
 * head whose people have joined another's group is found there, and gives her own registration (as `findHead`).
 */
export async function findHeads(
  db: Db,
  by: Pick<PersonTokens, 'givenTokens' | 'familyTokens'> & { readonly birthToken: string },
): Promise<readonly RegistrationId[]> {
  const { rows } = await sql<{ registrationId: RegistrationId }>`
    select registrations.id as registration_id
    from people join registrations on registrations.id = coalesce(people.home_id, people.registration_id)
    where people.birth_token = ${by.birthToken} and registrations.account_id is not null
      and people.given_tokens @> ${[...by.givenTokens]}::text[]
      and people.family_tokens @> ${[...by.familyTokens]}::text[]
      and (people.position = 1 or people.home_id is not null and not exists (
        select from people other where other.home_id = people.home_id and other.position < people.position))
    limit 2`.execute(db);
  return rows.map(({ registrationId }) => registrationId);
}
