import type { AccountId, RegistrationId } from '#core/ids.ts';
import type { Db } from '#server/db/schema.ts';
import { readRecord } from './person-record.ts';
import type { Tools } from './tools.ts';

/** Whose address is looked for; `registrationId` undefined: she has not begun to register. */
export type Addressee = {
  readonly accountId: AccountId;
  readonly emailSealed: Uint8Array | null;
  readonly registrationId: RegistrationId | undefined;
};

/**
 * The address that a person's messages go to: the one that she answered, else the one that she signs in with; null where
 * she has neither.
 */
export async function emailOf({ vault }: Pick<Tools, 'vault'>, db: Db, to: Addressee): Promise<string | null> {
  const record = to.registrationId === undefined ? null : await readRecord({ vault }, db, to.registrationId);
  if (record?.answers.email) return record.answers.email;
  if (to.emailSealed === null) return null;
  return String(vault.openJson(to.emailSealed, { table: 'accounts', column: 'email_sealed', row: to.accountId }));
}
