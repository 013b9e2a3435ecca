import { migration } from './migration.ts';

/** What comes of a draw: offers, appointments, and the steps that wait for a person's help. */
export const offers = migration(
  `create table offers (
    id uuid primary key default gen_random_uuid(),
    request_id uuid not null,
    day date not null references pools,
    registration_id uuid not null,
    port text not null,
    slot_local text not null,
    list text not null constraint offers_list check (list in ('oldest', 'shuffled')),
    size int not null constraint offers_size check (size between 1 and 12),
    state text not null constraint offers_state check (state in ('open', 'extended', 'confirmed', 'declined', 'lapsed')),
    made_at timestamptz not null,
    deadline_at timestamptz not null,
    extended_at timestamptz,
    ended_at timestamptz,
    misses int not null default 0 constraint offers_misses check (misses >= 0),
    constraint offers_one_a_draw unique (request_id, day),
    unique (id, registration_id),
    foreign key (request_id, registration_id) references requests (id, registration_id),
    foreign key (port, slot_local) references slots (port, slot_local),
    constraint offers_deadline check (deadline_at > made_at),
    constraint offers_open_unextended check (state <> 'open' or extended_at is null),
    constraint offers_extended_dated check (state <> 'extended' or extended_at is not null),
    constraint offers_ended_dated check ((state in ('open', 'extended')) = (ended_at is null))
  )`,
  "create unique index offers_one_live on offers (registration_id) where state in ('open', 'extended')",
  "create index offers_deadline on offers (deadline_at) where state in ('open', 'extended')",
  'create index offers_slot on offers (port, slot_local)',

  `create table appointments (
    id uuid primary key default gen_random_uuid(),
    offer_id uuid not null unique,
    registration_id uuid not null,
    port text not null,
    slot_local text not null,
    size int not null constraint appointments_size check (size between 1 and 12),
    state text not null constraint appointments_state
      check (state in ('booked', 'checked-in', 'cancelled', 'missed', 'moved')),
    code text not null unique,
    proof text not null,
    booked_at timestamptz not null,
    ended_at timestamptz,
    foreign key (offer_id, registration_id) references offers (id, registration_id),
    foreign key (port, slot_local) references slots (port, slot_local),
    constraint appointments_ended_dated check ((state = 'booked') = (ended_at is null))
  )`,
  "create unique index appointments_one_booked on appointments (registration_id) where state = 'booked'",
  'create index appointments_slot on appointments (port, slot_local)',

  `create table assistance (
    code text primary key,
    registration_id uuid not null references registrations on delete cascade,
    step text not null constraint assistance_step check (step in ('ask', 'confirm')),
    state text not null constraint assistance_state check (state in ('waiting', 'done', 'withdrawn')),
    asked_at timestamptz not null,
    done_at timestamptz,
    done_by text,
    constraint assistance_done_dated check ((state = 'waiting') = (done_at is null)),
    constraint assistance_done_by check ((state = 'done') = (done_by is not null))
  )`,
  "create unique index assistance_one_waiting on assistance (registration_id, step) where state = 'waiting'",
  "create index assistance_waiting on assistance (asked_at) where state = 'waiting'",
);
