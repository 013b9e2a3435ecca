import { sql } from 'kysely';
import type { Instant, LocalDay } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Db } from '../schema.ts';

export type EntryBatch = { readonly looked: number; readonly entered: number; readonly paused: number };

/**
 * A batch of the live standing requests that were not gone through for this pool yet, in one statement: who is free gets
 * a request in it, who accepted other terms than `termsVersion` or whose child lacks a guardian is paused and told, and
 * all of them are marked. Once a pool for each, also after a crash or a withdrawal: a registration that has any request of
 * the day gets no other. The pool is share-locked as for asking; rows that somebody holds at the moment are for the next
 * minute. In no order: a sort of all who are still to be gone through, for each batch anew, took up to half of its time.
 */
export async function enterStandingBatch(
  db: Db,
  into: { readonly day: LocalDay; readonly termsVersion: string; readonly now: Instant; readonly limit: number },
): Promise<EntryBatch> {
  const { rows } = await sql<EntryBatch>`
    with pool as (
      select day from pools where state = 'open' and day = ${into.day}::date for share
    ),
    picked as (
      select standing.registration_id
      from standing_requests standing cross join pool
      where standing.state = 'live' and standing.looked_day < ${into.day}::date
      limit ${into.limit}
      for update of standing skip locked
    ),
    -- Who changes her group at this moment may want her standing request next: to wait for her would be a deadlock.
    asking as (
      select id, state, port_choices, size, registered_at, is_together from registrations
      where id in (select registration_id from picked)
      order by id for share skip locked
    ),
    judged as (
      select picked.registration_id, asking.port_choices, asking.size, asking.registered_at, asking.is_together,
        exists (
          select from acceptances
          where acceptances.registration_id = picked.registration_id and document = 'terms'
            and version = ${into.termsVersion}
        ) as has_terms,
        -- Looked up one by one: of \`not exists\` a hash of everybody in the pool would be made, for each batch anew.
        asking.state = 'registered' and cardinality(asking.port_choices) between 1 and 3
          and (
            select id from requests
            where requests.registration_id = picked.registration_id
              and (requests.day = ${into.day}::date or requests.state in ('waiting', 'closed', 'chosen'))
            limit 1
          ) is null
          and (
            select id from appointments
            where appointments.registration_id = picked.registration_id and state in ('booked', 'checked-in')
            limit 1
          ) is null as is_free
      from picked join asking on asking.id = picked.registration_id
    ),
    stopped as (
      select registration_id, case when has_terms then 'guardian-apart' else 'terms-changed' end as reason
      from judged where not has_terms or (is_free and not is_together)
    ),
    added as (
      insert into requests (id, registration_id, day, state, ports, size, registered_at, asked_at, repeat_key)
      select gen_random_uuid(), registration_id, ${into.day}::date, 'waiting', port_choices,
        size, registered_at, ${at(into.now)}, ${`standing/${into.day}`}
      from judged where is_free and has_terms and is_together
      order by registration_id
      on conflict do nothing
      returning registration_id
    ),
    paused as (
      update standing_requests set
        state = 'paused', reason = stopped.reason, changed_at = ${at(into.now)}, looked_day = ${into.day}::date
      from stopped where standing_requests.registration_id = stopped.registration_id
      returning standing_requests.registration_id, stopped.reason
    ),
    marked as (
      update standing_requests set looked_day = ${into.day}::date
      from judged where standing_requests.registration_id = judged.registration_id
        and not exists (select from stopped where stopped.registration_id = judged.registration_id)
      returning standing_requests.registration_id
    ),
    told as (
      insert into outbox (kind, registration_id, detail, created_at, next_at)
      select reason, registration_id, '{}'::jsonb, ${at(into.now)}, ${at(into.now)} from paused
      returning id
    )
    select (select count(*)::int from picked) as looked, (select count(*)::int from added) as entered,
      (select count(*)::int from told) as paused`.execute(db);
  return rows[0] ?? { looked: 0, entered: 0, paused: 0 };
}
