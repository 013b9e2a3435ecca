import type { Selectable } from 'kysely';
import type { AccountId } from '#core/ids.ts';
import type { StaffRole } from '#core/staff/permissions.ts';
import type { Instant } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db, Schema } from '../schema.ts';

export type Account = Readonly<Selectable<Schema['accounts']>>;

export async function findAccount(db: Db, id: AccountId): Promise<Account | undefined> {
  return db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function findAccountBySubject(db: Db, subjectToken: string): Promise<Account | undefined> {
  return db.selectFrom('accounts').selectAll().where('subjectToken', '=', subjectToken).executeTakeFirst();
}

export type NewAccount = {
  readonly id: AccountId;
  readonly subjectToken: string;
  readonly emailToken: string;
  /** Sealed for this id. */
  readonly emailSealed: Uint8Array;
  readonly locale: string;
  readonly now: Instant;
};

/** False if the subject has an account already, made in the same moment: find it then. */
export async function addAccount(db: Db, { now, ...account }: NewAccount): Promise<boolean> {
  const added = await db
    .insertInto('accounts')
    .values({ ...account, createdAt: at(now) })
    .onConflict((conflict) => conflict.column('subjectToken').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export async function updateEmail(
  db: Db,
  id: AccountId,
  email: { readonly emailToken: string; readonly emailSealed: Uint8Array },
): Promise<void> {
  await db.updateTable('accounts').set(email).where('id', '=', id).execute();
}

export async function setAccountLocale(db: Db, id: AccountId, locale: string): Promise<void> {
  await db.updateTable('accounts').set({ locale }).where('id', '=', id).execute();
}

export async function findStaffRole(db: Db, emailToken: string): Promise<StaffRole | undefined> {
  const staff = await db.selectFrom('staff').select('role').where('emailToken', '=', emailToken).executeTakeFirst();
  return staff?.role;
}

export async function setStaffRole(
  db: Db,
  staff: { readonly emailToken: string; readonly role: StaffRole; readonly now: Instant },
): Promise<void> {
  await db
    .insertInto('staff')
    .values({ emailToken: staff.emailToken, role: staff.role, createdAt: at(staff.now) })
    .onConflict((conflict) => conflict.column('emailToken').doUpdateSet({ role: staff.role }))
    .execute();
}
