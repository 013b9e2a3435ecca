import { migration } from './migration.ts';

/** Who may come in: accounts, staff, sessions, and the answers kept for repeated requests. */
export const accounts = migration(
  `create table accounts (
    id uuid primary key default gen_random_uuid(),
    subject_token text not null unique,
    email_token text not null,
    email_sealed bytea not null,
    locale text not null,
    created_at timestamptz not null
  )`,
  'create index accounts_email_token on accounts (email_token)',

  `create table staff (
    email_token text primary key,
    role text not null constraint staff_role check (role in ('operator', 'officer')),
    created_at timestamptz not null
  )`,

  `create table sessions (
    token_hash text primary key,
    account_id uuid references accounts on delete cascade,
    role text not null constraint sessions_role check (role in ('anonymous', 'applicant', 'operator', 'officer')),
    locale text not null,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    outcome_page text,
    outcome_sealed bytea,
    outcome_at timestamptz,
    flow_sealed bytea,
    former_account_id uuid references accounts on delete cascade,
    constraint sessions_signed_in check ((role = 'anonymous') = (account_id is null)),
    constraint sessions_outcome_whole check (num_nulls(outcome_page, outcome_sealed, outcome_at) in (0, 3))
  )`,
  'create index sessions_account on sessions (account_id)',
  'create index sessions_former_account on sessions (former_account_id) where former_account_id is not null',
  'create index sessions_seen_at on sessions (seen_at)',

  `create table repeats (
    key text primary key,
    request_hash text not null,
    state text not null constraint repeats_state check (state in ('running', 'done')),
    status int,
    answer_sealed bytea,
    created_at timestamptz not null,
    constraint repeats_answered check ((state = 'done') = (status is not null)),
    constraint repeats_answer check (answer_sealed is null or state = 'done')
  )`,
  'create index repeats_created_at on repeats (created_at)',
);
