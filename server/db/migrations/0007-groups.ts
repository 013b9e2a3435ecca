import { migration } from './migration.ts';

/** People who come together: since when each counts, where she came from, what was changed, codes to split and to join. */
export const groups = migration(
  `alter table registrations
    alter column account_id drop not null,
    add column size int not null default 1 constraint registrations_size check (size between 1 and 12),
    add column joined_into uuid references registrations,
    drop constraint registrations_state,
    add constraint registrations_state check (state in ('incomplete', 'registered', 'joined', 'closed')),
    add constraint registrations_joined check ((state = 'joined') = (joined_into is not null)),
    add constraint registrations_joined_dated check (state <> 'joined' or registered_at is not null)`,
  'create index registrations_joined_into on registrations (joined_into) where joined_into is not null',

  `alter table people
    add column registered_at timestamptz,
    add column home_id uuid references registrations on delete set null`,
  `update people set registered_at = registrations.registered_at
    from registrations where registrations.id = people.registration_id`,
  'create index people_home on people (home_id) where home_id is not null',

  // A newborn for whom the slot of a confirmed group has no place left.
  `alter table assistance
    drop constraint assistance_step,
    add constraint assistance_step check (step in ('ask', 'confirm', 'newborn'))`,

  `create table changes (
    id uuid primary key default gen_random_uuid(),
    registration_id uuid not null references registrations on delete cascade,
    person_id uuid not null,
    step text not null,
    old_sealed bytea,
    at timestamptz not null
  )`,
  'create index changes_registration on changes (registration_id, at)',
  'create index changes_person on changes (person_id, at)',

  `create table group_codes (
    token text primary key,
    kind text not null constraint group_codes_kind check (kind in ('hand-over', 'join')),
    registration_id uuid not null references registrations on delete cascade,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    constraint group_codes_order check (expires_at > made_at)
  )`,
  'create index group_codes_registration on group_codes (registration_id)',

  `create table group_code_tries (
    id uuid primary key default gen_random_uuid(),
    account_id uuid not null references accounts on delete cascade,
    at timestamptz not null
  )`,
  'create index group_code_tries_account on group_code_tries (account_id, at)',
);
