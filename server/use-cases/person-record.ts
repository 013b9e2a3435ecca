import { randomUUID } from 'node:crypto';
import { birthParts, foldName, phoneTail } from '#core/identity/fold.ts';
import type { PersonId, RegistrationId } from '#core/ids.ts';
import type { Answers } from '#core/registration/answers.ts';
import type { Instant } from '#core/time/instant.ts';
import {
  addPerson,
  findHead,
  findPeople,
  findPeopleOfAll,
  findPersonById,
  findPhoto,
  type Person,
  type PersonTokens,
  setPhoto,
  updatePerson,
} from '#server/db/repositories/people.ts';
import type { Db, Trx } from '#server/db/schema.ts';
import type { Vault, WrappedKey } from '#server/db/vault/vault.ts';
import type { Tools } from './tools.ts';

/** The position of a group's head. */
export const head = 1;

/** What a person told of herself, opened, and the key that opens it. */
export type PersonRecord = {
  readonly id: PersonId;
  /** In her group, from 1 for its head. */
  readonly position: number;
  /** Since when she counts in the line; null while she is being asked. */
  readonly registeredAt: Instant | null;
  /** Where she joined from. */
  readonly homeId: RegistrationId | null;
  readonly key: WrappedKey;
  readonly answers: Partial<Answers>;
};

/**
 * A person's record, or null where there is none. `person` null: the head. Also where they have joined another's group;
 * nobody else outside of this registration is found.
 */
export async function readPerson(
  tools: Pick<Tools, 'vault'>,
  db: Db,
  of: { readonly registrationId: RegistrationId; readonly person: PersonId | null },
): Promise<PersonRecord | null> {
  const row = await (of.person === null
    ? findHead(db, of.registrationId)
    : findPersonById(db, of.registrationId, of.person));
  return row ? opened(tools, row) : null;
}

/** Everybody of a group, the head first. */
export async function readPeople(
  tools: Pick<Tools, 'vault'>,
  db: Db,
  registrationId: RegistrationId,
): Promise<readonly PersonRecord[]> {
  return (await findPeople(db, registrationId)).map((row) => opened(tools, row));
}

/** The same of many groups, by their registration; one that has nobody is not among them. */
export async function readGroups(
  tools: Pick<Tools, 'vault'>,
  db: Db,
  registrationIds: readonly RegistrationId[],
): Promise<ReadonlyMap<RegistrationId, readonly PersonRecord[]>> {
  const rows = await findPeopleOfAll(db, [...new Set(registrationIds)]);
  const groups = new Map<RegistrationId, PersonRecord[]>();
  for (const row of rows) {
    const group = groups.get(row.registrationId) ?? [];
    groups.set(row.registrationId, [...group, opened(tools, row)]);
  }
  return groups;
}

/** The head's record, which also holds what the group tells once. */
export function readRecord(
  tools: Pick<Tools, 'vault'>,
  db: Db,
  registrationId: RegistrationId,
): Promise<PersonRecord | null> {
  return readPerson(tools, db, { registrationId, person: null });
}

function opened({ vault }: Pick<Tools, 'vault'>, row: Person): PersonRecord {
  const answers = vault.withDataKey(row.id, row).openJson(row.sealed, 'sealed') as Partial<Answers>;
  const { id, position, registeredAt, homeId, dataKeyWrapped, keyId } = row;
  return { id, position, registeredAt, homeId, key: { dataKeyWrapped, keyId }, answers };
}

/**
 * Seals the answers as one record and puts the keyed tokens beside it, in which SQL can match and count without a plain
 * name in the database (design, section 4). `before` is what the same transaction read; null begins a record.
 */
export async function writeRecord(
  { vault }: Pick<Tools, 'vault'>,
  trx: Trx,
  {
    registrationId,
    before,
    answers,
    position = head,
  }: {
    readonly registrationId: RegistrationId;
    readonly before: PersonRecord | null;
    readonly answers: Partial<Answers>;
    /** Of a new one. */
    readonly position?: number;
  },
): Promise<PersonRecord> {
  const id = before?.id ?? (randomUUID() as PersonId);
  const key = before?.key ?? vault.makeDataKey(id);
  const sealed = vault.withDataKey(id, key).sealJson(answers, 'sealed');
  const tokens = tokensOf(vault, answers);
  if (before) await updatePerson(trx, id, { ...tokens, sealed });
  else await addPerson(trx, { ...tokens, ...key, id, registrationId, position, sealed });
  return { registeredAt: null, homeId: null, position, ...before, id, key, answers };
}

export async function writePhoto(
  tools: Tools,
  trx: Trx,
  { person, photo }: { readonly person: PersonRecord; readonly photo: Uint8Array },
): Promise<void> {
  const sealed = tools.vault.withDataKey(person.id, person.key).seal(photo, 'photo_sealed');
  await setPhoto(trx, person.id, { sealed, now: tools.now() });
}

/** The photo given at registration, JPEG; null where there is none. */
export async function readPhoto(tools: Pick<Tools, 'vault'>, db: Db, person: PersonRecord): Promise<Uint8Array | null> {
  const photo = await findPhoto(db, person.id);
  return photo ? tools.vault.withDataKey(person.id, photo).open(photo.sealed, 'photo_sealed') : null;
}

function tokensOf(vault: Vault, answers: Partial<Answers>): PersonTokens {
  const { givenNames = '', familyNames = '', birthDate, phone } = answers;
  const birth = birthDate ? birthParts(birthDate) : null;
  return {
    givenTokens: foldName(givenNames).map((token) => vault.token('given-name', token)),
    familyTokens: foldName(familyNames).map((token) => vault.token('family-name', token)),
    birthToken: birthDate ? vault.token('birth-date', birthDate) : null,
    birthYearToken: birth ? vault.token('birth-year', birth.year) : null,
    birthMonthDayToken: birth ? vault.token('birth-month-day', birth.monthDay) : null,
    phoneToken: phone ? vault.token('phone', phoneTail(phone)) : null,
  };
}
