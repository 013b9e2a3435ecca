import type { AccountId } from '#core/ids.ts';
import { findAccount } from '#server/db/repositories/accounts.ts';
import { listMail } from '#server/db/repositories/outbox.ts';
import { findRegistrationOf } from '#server/db/repositories/registrations.ts';
import type { Message } from '#server/notify/contract.ts';
import type { MailView } from '#server/services/messages.ts';
import { emailOf } from './email-of.ts';
import type { Tools } from './tools.ts';

/** What the sandbox keeps instead of sending it: hers, or for staff everybody's. The newest first. */
export async function mailbox(
  { db, vault }: Pick<Tools, 'db' | 'vault'>,
  { accountId, isStaff }: { readonly accountId: AccountId; readonly isStaff: boolean },
): Promise<readonly MailView[]> {
  const account = isStaff ? undefined : await findAccount(db.kysely, accountId);
  const registration = isStaff ? undefined : await findRegistrationOf(db.kysely, accountId);
  const to = account && { accountId, emailSealed: account.emailSealed, registrationId: registration?.id };
  const email = to ? await emailOf({ vault }, db.kysely, to) : null;
  if (!isStaff && email === null) return [];
  const toToken = email === null ? undefined : vault.token('email', email.trim().toLowerCase());
  const mails = await listMail(db.kysely, toToken);
  return mails.map(({ id, at, sealed }) => {
    const { to, locale, subject, text } = vault.openJson(sealed, {
      table: 'sandbox_mailbox',
      column: 'sealed',
      row: id,
    }) as Message;
    return { id, at, to, locale, subject, text };
  });
}
