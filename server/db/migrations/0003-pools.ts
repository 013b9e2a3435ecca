import { migration } from './migration.ts';

/** What is asked for and drawn: ports and their slots, the days' pools, requests, draws, the operator's chain. */
export const pools = migration(
  `create table ports (
    code text primary key constraint ports_code check (code ~ '^[a-z0-9-]+$'),
    ordinal int not null unique,
    time_zone text not null,
    daily_places int not null constraint ports_daily_places check (daily_places >= 0)
  )`,

  `create table slots (
    port text not null references ports,
    slot_local text not null constraint slots_minute check (slot_local ~ '^\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d$'),
    day date not null,
    places int not null constraint slots_places check (places >= 1),
    reserve int not null constraint slots_reserve check (reserve >= 0),
    taken int not null default 0,
    primary key (port, slot_local),
    constraint slots_taken check (taken >= 0 and taken <= places + reserve),
    constraint slots_day check (left(slot_local, 10)::date = day)
  )`,
  'create index slots_day on slots (day)',

  `create table pools (
    day date primary key,
    draw_number int not null unique constraint pools_draw_number check (draw_number >= 1),
    state text not null constraint pools_state check (state in ('open', 'closed', 'drawn')),
    policy text not null,
    opened_at timestamptz not null,
    closed_at timestamptz,
    drawn_at timestamptz,
    constraint pools_closed_dated check ((state = 'open') = (closed_at is null)),
    constraint pools_drawn_dated check ((state = 'drawn') = (drawn_at is not null)),
    unique (day, draw_number)
  )`,
  "create unique index pools_one_open on pools (state) where state = 'open'",

  `create table requests (
    id uuid primary key default gen_random_uuid(),
    registration_id uuid not null references registrations,
    day date not null references pools,
    state text not null constraint requests_state
      check (state in ('waiting', 'closed', 'chosen', 'withdrawn', 'not-chosen', 'fulfilled', 'released')),
    ports text[] not null constraint requests_ports check (cardinality(ports) between 1 and 3),
    size int not null constraint requests_size check (size between 1 and 12),
    registered_at timestamptz not null,
    asked_at timestamptz not null,
    ended_at timestamptz,
    daily_id text constraint requests_daily_id check (daily_id ~ '^[0-9a-f]{64}$'),
    band int constraint requests_band check (band >= 0),
    outcome text,
    repeat_key text,
    constraint requests_ended_dated check ((state in ('waiting', 'closed', 'chosen')) = (ended_at is null)),
    constraint requests_frozen check ((state in ('waiting', 'withdrawn')) = (daily_id is null)),
    constraint requests_banded check ((daily_id is null) = (band is null)),
    constraint requests_outcome check ((state in ('waiting', 'withdrawn', 'closed')) = (outcome is null)),
    constraint requests_one_a_line unique (day, daily_id),
    constraint requests_one_a_repeat unique (registration_id, repeat_key),
    unique (id, registration_id)
  )`,
  `create unique index requests_one_live on requests (registration_id) where state in ('waiting', 'closed', 'chosen')`,
  'create index requests_day on requests (day, state)',
  'create index requests_registration on requests (registration_id, asked_at)',

  `create table draws (
    day date primary key,
    number int not null unique,
    announcement text not null,
    capacity text not null,
    pool text not null,
    previous_result text not null,
    slot_key_sealed bytea not null,
    result text,
    slots text,
    reveal text,
    seed text,
    result_hash text,
    slot_root text,
    cutoffs jsonb,
    drawn_at timestamptz,
    foreign key (day, number) references pools (day, draw_number),
    constraint draws_whole check (num_nulls(result, slots, reveal, seed, result_hash, slot_root, cutoffs, drawn_at) in (0, 8))
  )`,

  `create table operator_chain (
    season text primary key,
    length int not null constraint operator_chain_length check (length >= 1),
    first_tip text not null,
    last_secret_sealed bytea not null
  )`,
);
