import { randomUUID } from 'node:crypto';
import { birthParts, foldName, phoneTail } from '#core/identity/fold.ts';
import type { PersonId, RegistrationId } from '#core/ids.ts';
import type { Answers } from '#core/registration/answers.ts';
import {
  addPerson,
  findPerson,
  findPhoto,
  type PersonTokens,
  setPhoto,
  updatePerson,
} from '#server/db/repositories/people.ts';
import type { Db, Trx } from '#server/db/schema.ts';
import type { Vault, WrappedKey } from '#server/db/vault/vault.ts';
import type { Tools } from './tools.ts';

/** The head of a group. Others come with groups. */
const head = 1;

/** What a person told of herself, opened, and the key that opens it. */
export type PersonRecord = { readonly id: PersonId; readonly key: WrappedKey; readonly answers: Partial<Answers> };

export async function readRecord(
  tools: Pick<Tools, 'vault'>,
  db: Db,
  registrationId: RegistrationId,
): Promise<PersonRecord | null> {
  const row = await findPerson(db, registrationId, head);
  if (!row) return null;
  const answers = tools.vault.withDataKey(row.id, row).openJson(row.sealed, 'sealed') as Partial<Answers>;
  return { id: row.id, key: { dataKeyWrapped: row.dataKeyWrapped, keyId: row.keyId }, answers };
}

/**
 * Seals the answers as one record and puts the keyed tokens beside it, in which SQL can match and count without a plain
 * name in the database (design, section 4). `before` is what the same transaction read.
 */
export async function writeRecord(
  { vault }: Pick<Tools, 'vault'>,
  trx: Trx,
  {
    registrationId,
    before,
    answers,
  }: {
    readonly registrationId: RegistrationId;
    readonly before: PersonRecord | null;
    readonly answers: Partial<Answers>;
  },
): Promise<PersonRecord> {
  const id = before?.id ?? (randomUUID() as PersonId);
  const key = before?.key ?? vault.makeDataKey(id);
  const sealed = vault.withDataKey(id, key).sealJson(answers, 'sealed');
  const tokens = tokensOf(vault, answers);
  if (before) await updatePerson(trx, id, { ...tokens, sealed });
  else await addPerson(trx, { ...tokens, ...key, id, registrationId, position: head, sealed });
  return { id, key, answers };
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
