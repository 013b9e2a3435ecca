import { type Selectable, sql } from 'kysely';
import type { RegistrationId } from '#core/ids.ts';
import type { Instant } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db, Schema, Trx } from '../schema.ts';

export type OutboxMessage = Readonly<Selectable<Schema['outbox']>>;
export type Mail = Readonly<Selectable<Schema['sandboxMailbox']>>;

export type NewMessage = {
  readonly kind: string;
  readonly registrationId: RegistrationId;
  /** Never personal data: what the words need is read when it is sent. */
  readonly detail: Readonly<Record<string, unknown>>;
  readonly now: Instant;
};

/** In the transaction of the state that it tells of: sent only if that is committed. */
export async function addMessage(trx: Trx, message: NewMessage): Promise<void> {
  await addMessages(trx, [message]);
}

export async function addMessages(trx: Trx, messages: readonly NewMessage[]): Promise<void> {
  if (messages.length === 0) return;
  await sql`
    insert into outbox (kind, registration_id, detail, created_at, next_at)
    select kind, registration_id, detail::jsonb, at, at
    from unnest(${messages.map((one) => one.kind)}::text[], ${messages.map((one) => one.registrationId)}::uuid[],
                ${messages.map((one) => JSON.stringify(one.detail))}::text[],
                ${messages.map((one) => new Date(one.now).toISOString())}::timestamptz[])
      as one (kind, registration_id, detail, at)`.execute(trx);
}

/** The oldest that are not handed on, each leased to the caller until `leasedUntil`: a sender that dies leaves them to the next. */
export async function claimMessages(
  db: Db,
  { now, leasedUntil, limit }: { readonly now: Instant; readonly leasedUntil: Instant; readonly limit: number },
): Promise<readonly OutboxMessage[]> {
  const claimed = await db
    .updateTable('outbox')
    .set((eb) => ({ tries: eb('tries', '+', 1), nextAt: at(leasedUntil) }))
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('outbox')
        .select('id')
        .where('sentAt', 'is', null)
        .where('nextAt', '<=', at(now))
        .orderBy('createdAt')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute();
  // `returning` keeps no order.
  return claimed.sort((one, other) => one.createdAt - other.createdAt);
}

/** Handed on to the channels; `receipt` says to how many. */
export async function markHandedOn(
  db: Db,
  ids: readonly string[],
  { receipt, now }: { readonly receipt: string; readonly now: Instant },
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('outbox')
    .set({ sentAt: at(now), receipt })
    .where('id', 'in', ids)
    .where('sentAt', 'is', null)
    .execute();
}

/** What was handed on before then, with all that became of it. */
export async function deleteMessages(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('outbox').where('createdAt', '<', at(before)).where('sentAt', 'is not', null).execute();
}

/** How many of this kind there are since then. */
export async function countMessages(
  db: Db,
  registrationId: RegistrationId,
  { kind, since }: { readonly kind: string; readonly since: Instant },
): Promise<number> {
  const { count } = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('registrationId', '=', registrationId)
    .where('kind', '=', kind)
    .where('createdAt', '>', at(since))
    .executeTakeFirstOrThrow();
  return count;
}

/**
 * The sandbox's mailbox, sealed for the outbox's id. The same id twice is kept once; of a message that is gone, since its
 * person has deleted everything while it was sent, nothing is kept.
 */
export async function addMail(
  db: Db,
  mail: { readonly id: string; readonly toToken: string; readonly sealed: Uint8Array; readonly now: Instant },
): Promise<void> {
  await sql`
    insert into sandbox_mailbox (id, to_token, sealed, at)
    select id, ${mail.toToken}, ${mail.sealed}::bytea, ${at(mail.now)}::timestamptz
    from outbox where id = ${mail.id} for key share
    on conflict (id) do nothing`.execute(db);
}

/** The newest first; to one address, known by its token, or all of it. */
export async function listMail(db: Db, toToken?: string, limit = 100): Promise<readonly Mail[]> {
  return db
    .selectFrom('sandboxMailbox')
    .selectAll()
    .$if(toToken !== undefined, (query) => query.where('toToken', '=', toToken ?? ''))
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
}

export async function deleteMail(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('sandboxMailbox').where('at', '<', at(before)).execute();
}
