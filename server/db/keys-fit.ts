import { sql } from 'kysely';
import { err, ok, type Result } from '#core/result.ts';
import type { Database } from './database.ts';
import type { Keys } from './vault/keys.ts';
import { createVault, type Place, type Vault, VaultError } from './vault/vault.ts';

/** `keyId`: what is sealed by it, or made by the token key beside it, can't be opened with the keys given. */
export type KeysDiffer = { readonly kind: 'keys-differ'; readonly keyId: string };

/**
 * Holds the keys against what the data was sealed by, so that a start with other keys is refused instead of failing on
 * each page. A key that becomes the current one leaves its own check, which is held from then on. Kind: `keys-differ`.
 */
export async function keysFit(database: Database, keys: Keys): Promise<Result<'fit', KeysDiffer>> {
  const vault = createVault(keys);
  return database.transaction(async (trx) => {
    // Of two processes that start on an empty database at once, with other keys each, the second is refused.
    await sql`lock table key_checks in exclusive mode`.execute(trx);
    const checks = await trx.selectFrom('keyChecks').selectAll().orderBy('keyId').execute();
    const other = checks.find((check) => !opens(vault, check));
    if (other) return err({ kind: 'keys-differ', keyId: other.keyId });
    if (!checks.some(({ keyId }) => keyId === keys.current)) {
      await trx.insertInto('keyChecks').values(checkOf(vault, keys.current)).execute();
    }
    return ok('fit');
  });
}

type Check = { readonly keyId: string; readonly sealed: Uint8Array; readonly token: string };

function checkOf(vault: Vault, keyId: string): Check {
  return { keyId, sealed: vault.seal(keyId, placeOf(keyId)), token: vault.token('key-check', keyId) };
}

function opens(vault: Vault, { keyId, sealed, token }: Check): boolean {
  try {
    return vault.openText(sealed, placeOf(keyId)) === keyId && vault.token('key-check', keyId) === token;
  } catch (error) {
    if (error instanceof VaultError) return false;
    throw error;
  }
}

function placeOf(keyId: string): Place {
  return { table: 'key_checks', column: 'sealed', row: keyId };
}
