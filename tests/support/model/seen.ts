import { sql } from 'kysely';
import type { RequestId } from '#core/ids.ts';
import type { LocalDay, LocalMinute } from '#core/time/instant.ts';
import type { Town } from '../town.ts';
import { isLive, type Model } from './model.ts';

export type SeenLine = {
  readonly id: RequestId;
  readonly position: number;
  /** `port list`, or `-`. */
  readonly outcome: string;
  readonly slot: LocalMinute | null;
};

/** What the model can't know by itself: what a draw chose, and in which order things of the same instant were done. */
export type Seen = {
  readonly draws: ReadonlyMap<LocalDay, readonly SeenLine[]>;
  /** Requests whose place came back, in the order of the logs. */
  readonly freedOrder: readonly RequestId[];
};

/** Right after an act, before the model does the same. */
export async function look(town: Town, model: Model): Promise<Seen> {
  const db = town.tools.db.kysely;
  const drawn = await db.selectFrom('pools').select('day').where('state', '=', 'drawn').execute();
  const known = new Set(model.pools.flatMap(({ state, day }) => (state === 'drawn' ? [day] : [])));
  const draws = new Map<LocalDay, readonly SeenLine[]>();
  for (const { day } of drawn.filter((one) => !known.has(one.day))) {
    const { rows } = await sql<SeenLine>`
      select requests.id, ticket_position as position, outcome, offers.slot_local as slot
      from requests left join offers on offers.request_id = requests.id and offers.list <> 'freed'
      where requests.day = ${day} and ticket_position is not null`.execute(db);
    draws.set(day, rows);
  }
  const { rows: freed } = await sql<{ id: RequestId }>`
    select requests.id from freed_places
    join requests on requests.day = freed_places.day and requests.daily_id = freed_places.daily_id
    where act = 'free' order by freed_places.day, n`.execute(db);
  return { draws, freedOrder: freed.map(({ id }) => id) };
}

/** Tells the model the ids of requests that came to be. */
export async function learnRequests(town: Town, model: Model): Promise<void> {
  const unknown = model.asks.filter((ask) => ask.id === null && isLive(ask));
  if (unknown.length === 0) return;
  const rows = await town.tools.db.kysely
    .selectFrom('requests')
    .select(['id', 'registrationId'])
    .where('state', 'in', ['waiting', 'closed', 'chosen'])
    .execute();
  for (const ask of unknown) ask.id = rows.find(({ registrationId }) => registrationId === ask.groupId)?.id ?? null;
}
