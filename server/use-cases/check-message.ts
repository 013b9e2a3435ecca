import { readMessageCode } from '#core/notice/message-code.ts';
import { err, ok } from '#core/result.ts';
import { findMessageCode } from '#server/db/repositories/message-codes.ts';
import { isNoticeKind, noticeTopics } from '#server/notify/contract.ts';
import type { MessageAnswer } from '#server/services/messages.ts';
import type { Outcome } from '#server/services.ts';
import { codeToken } from './message-code.ts';
import type { Tools } from './tools.ts';

const longest = 100;

/**
 * Is the message with this code ours? When, and about what in general words; nothing of whom it went to. A code with a
 * slip is looked for all the same, so that no answer comes sooner than another. Kind: `fields`.
 */
export async function checkMessage(
  { db, vault }: Pick<Tools, 'db' | 'vault'>,
  { fields }: { readonly fields: Readonly<Record<string, string>> },
): Outcome<MessageAnswer> {
  const text = (fields['code'] ?? '').trim();
  if (text === '') return err({ kind: 'fields', fields: [{ field: 'code', kind: 'missing' }] });
  if (text.length > longest)
    return err({ kind: 'fields', fields: [{ field: 'code', kind: 'too-long', limit: longest }] });
  const code = readMessageCode(text);
  const found = await findMessageCode(db.kysely, codeToken(vault, code ?? text));
  if (code === null || !found || !isNoticeKind(found.kind)) return ok(null);
  return ok({ sentAt: found.at, topic: noticeTopics[found.kind] });
}
