import type { AccountId } from '#core/ids.ts';
import { findAccount } from '#server/db/repositories/accounts.ts';
import type { Db } from '#server/db/schema.ts';

/** The same for the same human being, who may have two accounts at a provider: her address is one. */
export async function personOfStaff(db: Db, actor: AccountId): Promise<string> {
  return (await findAccount(db, actor))?.emailToken ?? actor;
}
