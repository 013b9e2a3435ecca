import { messageCode } from '#core/notice/message-code.ts';
import type { Vault } from '#server/db/vault/vault.ts';

/** The code of a message: the same at each try, and stored nowhere, since it follows from the outbox's id and our key. */
export function codeOf(vault: Vault, outboxId: string): string {
  return messageCode(new Uint8Array(Buffer.from(vault.token('message-code-bytes', outboxId), 'base64url')));
}

/** What the database knows a code by. */
export function codeToken(vault: Vault, code: string): string {
  return vault.token('message-code', code);
}
