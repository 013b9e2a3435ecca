import { type Selectable, sql } from 'kysely';
import type { AccountId } from '#core/ids.ts';
import type { Instant } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db, Schema, Trx } from '../schema.ts';
import type { SessionRole } from '../tables/accounts.ts';

export type Session = Readonly<Selectable<Schema['sessions']>>;

export type NewSession = {
  readonly tokenHash: string;
  readonly accountId: AccountId | null;
  readonly role: SessionRole;
  readonly locale: string;
  readonly now: Instant;
};

/** Sealed for the session's token hash. */
export type SessionOutcome = { readonly page: string; readonly sealed: Uint8Array; readonly at: Instant };

export async function findSession(db: Db, tokenHash: string): Promise<Session | undefined> {
  return db.selectFrom('sessions').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst();
}

export async function addSession(db: Db, { now, ...session }: NewSession): Promise<void> {
  await db
    .insertInto('sessions')
    .values({ ...session, createdAt: at(now), seenAt: at(now) })
    .execute();
}

/**
 * The old token ends, the new one begins, at sign-in and sign-out. False if the old one is gone already. What was
 * sealed for the old token is not carried over: `outcome` is sealed for the new one.
 */
export async function rotateSession(
  trx: Trx,
  oldTokenHash: string,
  { session, outcome }: { readonly session: NewSession; readonly outcome: SessionOutcome | null },
): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('sessions').where('tokenHash', '=', oldTokenHash).executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  await addSession(trx, session);
  if (outcome) await setOutcome(trx, session.tokenHash, outcome);
  return true;
}

/** Writes only if the session was last seen before `unlessSince`, so that not every page is a write. */
export async function touchSession(
  db: Db,
  tokenHash: string,
  { now, unlessSince }: { readonly now: Instant; readonly unlessSince: Instant },
): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ seenAt: at(now) })
    .where('tokenHash', '=', tokenHash)
    .where('seenAt', '<', at(unlessSince))
    .execute();
}

export async function setSessionLocale(db: Db, tokenHash: string, locale: string): Promise<void> {
  await db.updateTable('sessions').set({ locale }).where('tokenHash', '=', tokenHash).execute();
}

/** Null forgets it. */
export async function setOutcome(db: Db, tokenHash: string, outcome: SessionOutcome | null): Promise<void> {
  await db
    .updateTable('sessions')
    .set({
      outcomePage: outcome?.page ?? null,
      outcomeSealed: outcome?.sealed ?? null,
      outcomeAt: outcome ? at(outcome.at) : null,
    })
    .where('tokenHash', '=', tokenHash)
    .execute();
}

export async function setFlow(db: Db, tokenHash: string, flowSealed: Uint8Array): Promise<void> {
  await db.updateTable('sessions').set({ flowSealed }).where('tokenHash', '=', tokenHash).execute();
}

/** A flow is used once: of two who come back with it, one gets it. */
export async function takeFlow(db: Db, tokenHash: string): Promise<Uint8Array | undefined> {
  const { rows } = await sql<{ flowSealed: Uint8Array }>`
    with found as (
      select token_hash, flow_sealed from sessions
      where token_hash = ${tokenHash} and flow_sealed is not null for update
    )
    update sessions set flow_sealed = null from found
    where sessions.token_hash = found.token_hash
    returning found.flow_sealed`.execute(db);
  return rows[0]?.flowSealed;
}

export async function deleteSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('sessions').where('tokenHash', '=', tokenHash).execute();
}

/** Signs the account out everywhere, but for one session; what waited for its owner in expired ones goes, too. */
export async function endSessionsOf(trx: Trx, accountId: AccountId, keptTokenHash: string | null): Promise<void> {
  await trx
    .deleteFrom('sessions')
    .where((eb) => eb.or([eb('accountId', '=', accountId), eb('formerAccountId', '=', accountId)]))
    .$if(keptTokenHash !== null, (query) => query.where('tokenHash', '!=', keptTokenHash ?? ''))
    .execute();
}

export type SessionLimits = {
  /** Not seen since then: expired. */
  readonly idleBefore: Instant;
  /** Begun before then: expired, however busy. */
  readonly begunBefore: Instant;
  /** What was entered before then is not kept any longer. */
  readonly outcomeBefore: Instant;
};

/** One session that is found expired: signed out, its outcome kept for its former account. */
export async function expireSession(db: Db, tokenHash: string): Promise<void> {
  await signOut(db).where('tokenHash', '=', tokenHash).execute();
}

/** Signs the expired out, and deletes those with nothing left to give back. The number of sessions deleted. */
export async function expireSessions(trx: Trx, limits: SessionLimits): Promise<number> {
  await trx
    .updateTable('sessions')
    .set({ outcomePage: null, outcomeSealed: null, outcomeAt: null })
    .where('outcomeAt', '<', at(limits.outcomeBefore))
    .execute();
  const expired = sql<boolean>`(seen_at < ${at(limits.idleBefore)} or created_at < ${at(limits.begunBefore)})`;
  await signOut(trx).where(expired).execute();
  const { numDeletedRows } = await trx
    .deleteFrom('sessions')
    .where(expired)
    .where('outcomeAt', 'is', null)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

function signOut(db: Db) {
  return db
    .updateTable('sessions')
    .set((eb) => ({
      role: 'anonymous' as const,
      accountId: null,
      formerAccountId: eb.ref('accountId'),
      flowSealed: null,
    }))
    .where('accountId', 'is not', null);
}
