import type { Account } from '#server/db/repositories/accounts.ts';
import type { Vault } from '#server/db/vault/vault.ts';

type Address = Pick<Account, 'id'> & { readonly emailSealed: Uint8Array | null };

/** The address that a person's messages go to, opened; null where she has none. */
export function emailOf(vault: Vault, account: Address): string | null {
  const sealed = account.emailSealed;
  if (sealed === null) return null;
  return String(vault.openJson(sealed, { table: 'accounts', column: 'email_sealed', row: account.id }));
}
