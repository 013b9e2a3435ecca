import { sql } from 'kysely';
import type { Instant } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db } from '../schema.ts';

export type OpenWrite = {
  readonly act: string;
  /** Keyed token of the network's address. */
  readonly networkToken: string;
  readonly now: Instant;
  /** Milliseconds that are counted together. */
  readonly window: number;
};

/** Counts this one; how often it was within the window that runs, and when that began. One statement: race-proof. */
export async function countOpenWrite(
  db: Db,
  { act, networkToken, now, window }: OpenWrite,
): Promise<{ readonly times: number; readonly since: Instant }> {
  const over = sql<boolean>`open_writes.since <= ${at((now - window) as Instant)}`;
  const { rows } = await sql<{ times: number; since: Instant }>`
    insert into open_writes (act, network_token, since, times) values (${act}, ${networkToken}, ${at(now)}, 1)
    on conflict (act, network_token) do update set
      times = case when ${over} then 1 else open_writes.times + 1 end,
      since = case when ${over} then excluded.since else open_writes.since end
    returning times, since`.execute(db);
  const row = rows[0];
  if (!row) throw new Error('expected the row that was just counted, found none');
  return row;
}

export async function deleteOpenWrites(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('openWrites').where('since', '<', at(before)).execute();
}
