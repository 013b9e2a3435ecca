import { migration } from './migration.ts';

/**
 * Second chances: standing requests, places that free up after a draw and the log of who got them, positions in ticket
 * order, appointments that move to another time under the same code.
 */
export const secondChances = migration(
  // Who asks again each day. `looked_day` is the last pool that was gone through for her: the next one has a later day.
  `create table standing_requests (
    registration_id uuid primary key references registrations on delete cascade,
    state text not null constraint standing_requests_state check (state in ('live', 'paused', 'ended')),
    reason text constraint standing_requests_reason check (reason in
      ('no-sign', 'declined', 'lapsed-twice', 'terms-changed', 'booked', 'cancelled', 'missed', 'withdrawn')),
    since timestamptz not null,
    changed_at timestamptz not null,
    last_sign_at timestamptz not null,
    warned_days int,
    lapses int not null default 0 constraint standing_requests_lapses check (lapses >= 0),
    looked_day date not null default date '2000-01-01',
    constraint standing_requests_reasoned check ((state = 'live') = (reason is null))
  )`,
  "create index standing_requests_next on standing_requests (looked_day) where state = 'live'",
  "create index standing_requests_silent on standing_requests (last_sign_at) where state = 'live'",

  'alter table requests add column ticket_position int constraint requests_ticket_position check (ticket_position >= 1)',
  // Those whom a place that frees up can go to, in their order.
  "create index requests_not_drawn on requests (day, ticket_position) where state = 'not-chosen'",
  // A pool that nobody could draw in time takes its requests along to a later day.
  `alter table requests drop constraint requests_day_fkey,
    add constraint requests_day_fkey foreign key (day) references pools on update cascade`,
  'alter table draws add column last_positions jsonb',

  `alter table offers drop constraint offers_list,
    add constraint offers_list check (list in ('oldest', 'shuffled', 'freed'))`,

  // Each line says what the one before it said, by its link: nobody can put one in or take one out afterwards.
  `create table freed_places (
    day date not null references draws,
    n int not null constraint freed_places_n check (n >= 1),
    act text not null constraint freed_places_act check (act in ('free', 'gone', 'give', 'shut')),
    port text not null references ports,
    daily_id text not null constraint freed_places_daily_id check (daily_id ~ '^[0-9a-f]{64}$'),
    size int not null constraint freed_places_size check (size between 0 and 12),
    why text not null constraint freed_places_why check (why in
      ('declined', 'lapsed', 'cancelled', 'disqualified', 'not-waiting', 'next', 'too-late', 'full')),
    link text not null constraint freed_places_link check (link ~ '^[0-9a-f]{64}$'),
    slot_local text,
    at timestamptz not null,
    primary key (day, n)
  )`,
  "create unique index freed_places_freed_once on freed_places (day, daily_id) where act = 'free'",
  "create unique index freed_places_passed_once on freed_places (day, daily_id) where act in ('gone', 'give')",

  // A moved appointment stays on record, and the one that takes its place has its code and its offer.
  'alter table appointments drop constraint appointments_code_key, drop constraint appointments_offer_id_key',
  "create unique index appointments_code_key on appointments (code) where state <> 'moved'",
  "create unique index appointments_offer_id_key on appointments (offer_id) where state <> 'moved'",
  'create index appointments_registration on appointments (registration_id)',
);
