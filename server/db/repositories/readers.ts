import type { AccountId, RegistrationId } from '#core/ids.ts';
import type { Db } from '../schema.ts';

/** To whom messages about a registration go. */
export type Reader = {
  readonly registrationId: RegistrationId;
  readonly accountId: AccountId;
  readonly hasEmail: boolean;
};

export async function findReaders(db: Db, registrationIds: readonly RegistrationId[]): Promise<readonly Reader[]> {
  if (registrationIds.length === 0) return [];
  return db
    .selectFrom('registrations')
    .innerJoin('accounts', 'accounts.id', 'registrations.accountId')
    .select(['registrations.id as registrationId', 'accounts.id as accountId'])
    .select((eb) => eb('accounts.emailSealed', 'is not', null).as('hasEmail'))
    .where('registrations.id', 'in', registrationIds)
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, hasEmail: Boolean(row.hasEmail) })));
}
