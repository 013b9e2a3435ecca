import { sql } from 'kysely';
import { type Counted, type DrawStatistics, type ListName, lists, waitSteps } from '#core/statistics/of-draw.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';
import { at, json } from '../columns.ts';
import type { Db } from '../schema.ts';
import type { StatisticsStage } from '../tables/draws.ts';

type Row = { readonly list: ListName; readonly cell: string; readonly requests: number };

const waitCase = sql.join(
  waitSteps.map(({ key, days }) =>
    days === null
      ? sql`else ${sql.lit(key)}`
      : sql`when drawn_at - registered_at <= ${sql.lit(`${days} days`)}::interval then ${sql.lit(key)}`,
  ),
  sql` `,
);

/** Requests of a drawn day by list and cell, out of columns and tokens: nothing is opened. */
export async function countDraw(
  db: Db,
  day: LocalDay,
): Promise<{ readonly requests: number; readonly counted: Counted }> {
  const { rows } = await sql<Row>`
    with drawn as (
      select requests.*, draws.drawn_at, requests.outcome <> '-' as is_chosen, language
      from requests join draws using (day)
      cross join lateral (
        select split_part(primary_language, '-', 1) as language from registrations where id = registration_id
      ) spoken
      where day = ${day}
    )
    select 'outcome' as list, case when is_chosen then 'chosen' else 'not-chosen' end as cell, count(*)::int as requests
      from drawn where outcome is not null group by 2
    union all select 'first-port', ports[1], count(*)::int from drawn where outcome is not null group by 2
    union all select 'group-size', least(size, 5)::text, count(*)::int from drawn where outcome is not null group by 2
    union all select 'language', case when language = any(${lists.language.cells}) then language else 'other' end, count(*)::int from drawn where outcome is not null group by 2
    union all select 'port-given', split_part(outcome, ' ', 1), count(*)::int from drawn where is_chosen group by 2
    union all select 'wait', case ${waitCase} end, count(*)::int from drawn where is_chosen group by 2`.execute(db);
  const requests = rows.filter(({ list }) => list === 'outcome').reduce((sum, row) => sum + row.requests, 0);
  return { requests, counted: byList(rows) };
}

/** What came of the places that the draw gave: an offer that nobody answered has lapsed, of a moved appointment the last counts. */
export async function countEnd(db: Db, day: LocalDay): Promise<Counted> {
  const { rows } = await sql<Row>`
    with given as (
      select offers.state, last.state as appointment
      from requests
      left join offers on offers.request_id = requests.id and offers.list <> 'freed'
      left join lateral (
        select state from appointments where offer_id = offers.id order by (state = 'moved'), booked_at desc limit 1
      ) last on true
      where requests.day = ${day} and requests.outcome <> '-'
    )
    select 'answer' as list, case when state in ('confirmed', 'declined') then state else 'lapsed' end as cell,
      count(*)::int as requests from given group by 2
    union all select 'appointment', case when appointment in ('cancelled', 'missed') then appointment else 'kept' end,
      count(*)::int from given where state = 'confirmed' group by 2`.execute(db);
  return byList(rows);
}

function byList(rows: readonly Row[]): Counted {
  const names = [...new Set(rows.map(({ list }) => list))];
  return Object.fromEntries(
    names.map((name) => [
      name,
      Object.fromEntries(rows.filter(({ list }) => list === name).map(({ cell, requests }) => [cell, requests])),
    ]),
  );
}

/** Of a day that has been counted before nothing changes. */
export async function keepStatistics(
  db: Db,
  kept: {
    readonly day: LocalDay;
    readonly stage: StatisticsStage;
    readonly published: DrawStatistics;
    readonly now: Instant;
  },
): Promise<void> {
  const { day, stage, published, now } = kept;
  await db
    .insertInto('drawStatistics')
    .values({ day, stage, published: json(published), at: at(now) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Drawn days without this count, earliest first; up to the day where it is named. */
export async function uncountedDays(
  db: Db,
  stage: StatisticsStage,
  upTo: LocalDay | null,
): Promise<readonly LocalDay[]> {
  const rows = await db
    .selectFrom('draws')
    .leftJoin('drawStatistics', (join) =>
      join.onRef('drawStatistics.day', '=', 'draws.day').on('drawStatistics.stage', '=', stage),
    )
    .select('draws.day')
    .where('draws.drawnAt', 'is not', null)
    .$if(upTo !== null, (query) => query.where('draws.day', '<=', upTo as LocalDay))
    .where('drawStatistics.day', 'is', null)
    .orderBy('draws.day')
    .execute();
  return rows.map(({ day }) => day);
}

/** The latest count of each day, earliest first; of one day alone where it is named. */
export async function statisticsRows(
  db: Db,
  day: LocalDay | null,
): Promise<readonly { readonly day: LocalDay; readonly policy: string; readonly published: DrawStatistics }[]> {
  return db
    .selectFrom('drawStatistics')
    .innerJoin('pools', 'pools.day', 'drawStatistics.day')
    .distinctOn('drawStatistics.day')
    .select(['drawStatistics.day', 'pools.policy', 'drawStatistics.published'])
    .$if(day !== null, (query) => query.where('drawStatistics.day', '=', day as LocalDay))
    .orderBy('drawStatistics.day')
    .orderBy('drawStatistics.at', 'desc')
    .orderBy('drawStatistics.stage', 'desc')
    .execute();
}

/** Days that anything is told of, the latest first. */
export async function countedDays(db: Db): Promise<readonly LocalDay[]> {
  const rows = await db.selectFrom('drawStatistics').select('day').distinct().orderBy('day', 'desc').execute();
  return rows.map(({ day }) => day);
}
