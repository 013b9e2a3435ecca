import type { Selectable } from 'kysely';
import type { Instant } from '#core/time/instant.ts';
import { at, json } from '../columns.ts';
import type { Db, Schema } from '../schema.ts';

export type AuditEntry = Readonly<Selectable<Schema['audit']>>;

/** In the transaction of the act itself. `actor`: an account's id or `schedule`. No personal data in `detail`. */
export async function recordAct(
  db: Db,
  act: {
    readonly actor: string;
    readonly action: string;
    readonly detail: Readonly<Record<string, unknown>>;
    readonly now: Instant;
  },
): Promise<void> {
  await db
    .insertInto('audit')
    .values({ actor: act.actor, action: act.action, detail: json(act.detail), at: at(act.now) })
    .execute();
}

/** The newest first. */
export async function recentActs(db: Db, limit = 100): Promise<readonly AuditEntry[]> {
  return db.selectFrom('audit').selectAll().orderBy('at', 'desc').limit(limit).execute();
}
