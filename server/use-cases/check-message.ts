import { readMessageCode } from '#core/notice/message-code.ts';
import { err, ok } from '#core/result.ts';
import { findMessageCode } from '#server/db/repositories/message-codes.ts';
import { isNoticeKind, noticeTopics } from '#server/notify/contract.ts';
import type { MessageAnswer } from '#server/services/messages.ts';
import type { Outcome } from '#server/services.ts';
import { codeToken } from './message-code.ts';
import { takeTry } from './take-try.ts';
import type { Tools } from './tools.ts';

const longest = 100;
const answerLife = 10 * 60_000;

const place = { table: 'cookies', column: 'answer', row: '' };
type Kept = { readonly answer: MessageAnswer; readonly until: number };

/**
 * Is the message with this code ours? When, and about what in general words; nothing of whom it went to. A code with a
 * slip is looked for all the same, so that no answer comes sooner than another. Kinds: `fields`, `too-many-tries`.
 */
export async function checkMessage(
  { db, vault, now }: Pick<Tools, 'db' | 'vault' | 'now'>,
  { fields, network }: { readonly fields: Readonly<Record<string, string>>; readonly network: string | null },
): Outcome<{ readonly answer: MessageAnswer; readonly sealed: string }> {
  const text = (fields['code'] ?? '').trim();
  if (text === '') return err({ kind: 'fields', fields: [{ field: 'code', kind: 'missing' }] });
  if (text.length > longest)
    return err({ kind: 'fields', fields: [{ field: 'code', kind: 'too-long', limit: longest }] });
  const tried = await takeTry({ db, vault, now }, 'message-check', { network, all: '' });
  if (!tried.ok) return tried;
  const code = readMessageCode(text);
  const found = await findMessageCode(db.kysely, codeToken(vault, code ?? text));
  const isOurs = code !== null && found !== undefined && isNoticeKind(found.kind);
  const answer: MessageAnswer = isOurs ? { sentAt: found.at, topic: noticeTopics[found.kind] } : null;
  const kept: Kept = { answer, until: now() + answerLife };
  return ok({ answer, sealed: Buffer.from(vault.sealJson(kept, place)).toString('base64url') });
}

/** What `checkMessage` sealed, from the browser's cookie; undefined where it isn't that, or is older than ten minutes. */
export function messageAnswer(
  { vault, now }: Pick<Tools, 'vault' | 'now'>,
  sealed: string | undefined,
): MessageAnswer | undefined {
  if (sealed === undefined || sealed.length > 1000) return undefined;
  try {
    const kept = vault.openJson(new Uint8Array(Buffer.from(sealed, 'base64url')), place) as Kept;
    return now() <= kept.until ? kept.answer : undefined;
  } catch {
    return undefined;
  }
}
