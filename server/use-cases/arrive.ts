import { randomUUID } from 'node:crypto';
import type { AccountId } from '#core/ids.ts';
import {
  addAccount,
  findAccountBySubject,
  findStaffRole,
  setAccountLocale,
  updateEmail,
} from '#server/db/repositories/accounts.ts';
import { giveSignOfLife } from '#server/db/repositories/standing-requests.ts';
import type { Role } from '#server/services.ts';
import type { SignedIn } from '#server/sign-in/contract.ts';
import type { Tools } from './tools.ts';

/**
 * The account of who comes back from the provider, made at her first visit. Known by issuer and subject, which stay when
 * her address changes; found through keyed tokens, so that the database holds neither in plain.
 */
export async function arrive(
  tools: Tools,
  input: { readonly signedIn: SignedIn; readonly locale: string },
): Promise<{ readonly accountId: AccountId; readonly role: Role }> {
  const { vault, db } = tools;
  const { issuer, subject, email } = input.signedIn;
  const subjectToken = vault.token('subject', `${issuer}\n${subject}`);
  const emailToken = vault.token('email', email.trim().toLowerCase());
  const sealEmail = (id: AccountId) => vault.sealJson(email, { table: 'accounts', column: 'email_sealed', row: id });

  let account = await findAccountBySubject(db.kysely, subjectToken);
  if (!account) {
    const id = randomUUID() as AccountId;
    const { locale } = input;
    await addAccount(db.kysely, { id, subjectToken, emailToken, emailSealed: sealEmail(id), locale, now: tools.now() });
    account = await findAccountBySubject(db.kysely, subjectToken);
    if (!account) throw new Error('expected the account that was just made');
  }
  if (account.emailToken !== emailToken) {
    await updateEmail(db.kysely, account.id, { emailToken, emailSealed: sealEmail(account.id) });
  }
  if (account.locale !== input.locale) await setAccountLocale(db.kysely, account.id, input.locale);
  // Whoever comes back is still waiting: no press is needed for that.
  await giveSignOfLife(db.kysely, account.id, tools.now());
  return { accountId: account.id, role: (await findStaffRole(db.kysely, emailToken)) ?? 'applicant' };
}
