import { createHmac } from 'node:crypto';
import type { AccountId } from '#core/ids.ts';

/**
 * What a phone knows an account by, in a cookie that scripts may read: 16 characters (96 bits), the same on each phone.
 * Under a key of its own, so that nobody gets from it to the account, nor from one account to another's tag.
 */
export function phoneTags(key: Uint8Array): (accountId: AccountId) => string {
  return (accountId) => createHmac('sha256', key).update(accountId).digest('base64url').slice(0, 16);
}
