import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { recoveryCode } from '#core/identity/recovery-code.ts';
import type { Vault } from '#server/db/vault/vault.ts';
import type { Tools } from './tools.ts';

const slowHash = promisify<string, string, number, object, Buffer>(scrypt);
/** RFC 7914: 16 MiB and some 40 ms each, in Node's own threads. */
const cost = { N: 2 ** 14, r: 8, p: 1 };

/**
 * What is stored of a code, and looked up by: scrypt, so that even who has the database and the keys can't go through all
 * codes, then HMAC, so that who has the database alone can't try any (decision 0014).
 */
export async function recoveryToken(vault: Vault, code: string): Promise<string> {
  const slow = await slowHash(code, vault.token('recovery-code', 'salt'), 32, cost);
  return vault.token('recovery-code', `code ${slow.toString('base64url')}`);
}

export async function drawCode(tools: Pick<Tools, 'randomBytes' | 'vault'>) {
  for (;;) {
    const code = recoveryCode(tools.randomBytes(8));
    if (code !== null) return { code, recoveryToken: await recoveryToken(tools.vault, code) };
  }
}
