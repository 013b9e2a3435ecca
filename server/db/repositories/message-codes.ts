import { type Selectable, sql } from 'kysely';
import type { Instant } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db, Schema, Trx } from '../schema.ts';

export type MessageCode = Readonly<Selectable<Schema['messageCodes']>>;

/** Of two messages that got the same code, which no one is likely to see, the later one is answered for. */
export async function addMessageCodes(
  trx: Trx,
  codes: readonly { readonly token: string; readonly kind: string }[],
  now: Instant,
): Promise<void> {
  // Twice in one statement is refused; a million messages a day have that once in centuries.
  const distinct = [...new Map(codes.map((code) => [code.token, code])).values()];
  if (distinct.length === 0) return;
  await sql`
    insert into message_codes (token, kind, at)
    select token, kind, ${at(now)}
    from unnest(${distinct.map((one) => one.token)}::text[], ${distinct.map((one) => one.kind)}::text[]) as one (token, kind)
    on conflict (token) do update set kind = excluded.kind, at = excluded.at`.execute(trx);
}

export async function findMessageCode(db: Db, token: string): Promise<MessageCode | undefined> {
  return db.selectFrom('messageCodes').selectAll().where('token', '=', token).executeTakeFirst();
}

export async function deleteMessageCodes(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('messageCodes').where('at', '<', at(before)).execute();
}
