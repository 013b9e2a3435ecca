import { migration } from './migration.ts';

/** Messages on their way by each channel, the codes that prove them ours, and what people report of swindlers. */
export const notices = migration(
  // Nothing here leads to a person: it goes on answering when her registration is deleted.
  `create table message_codes (
    token text primary key,
    kind text not null,
    at timestamptz not null
  )`,
  'create index message_codes_at on message_codes (at)',

  `create table push_subscriptions (
    id uuid primary key default gen_random_uuid(),
    account_id uuid not null references accounts on delete cascade,
    device_token text not null,
    endpoint_token text not null unique,
    sealed bytea not null,
    created_at timestamptz not null,
    unique (account_id, device_token)
  )`,

  `create table message_choices (
    account_id uuid primary key references accounts on delete cascade,
    is_discreet boolean not null
  )`,

  `create table deliveries (
    id uuid primary key default gen_random_uuid(),
    outbox_id uuid not null references outbox on delete cascade,
    channel text not null constraint deliveries_channel check (channel in ('email', 'push')),
    subscription_id uuid references push_subscriptions on delete set null,
    state text not null constraint deliveries_state check (state in ('waiting', 'sent', 'failed', 'dropped')),
    made_at timestamptz not null,
    next_at timestamptz not null,
    ended_at timestamptz,
    tries int not null default 0 constraint deliveries_tries check (tries >= 0),
    receipt text,
    failure text,
    constraint deliveries_of_a_phone check (channel = 'push' or subscription_id is null),
    constraint deliveries_ended_dated check ((state = 'waiting') = (ended_at is null)),
    constraint deliveries_receipt check ((state = 'sent') = (receipt is not null))
  )`,
  // By each way once, also when two hand the same message on.
  `create unique index deliveries_by_email on deliveries (outbox_id) where channel = 'email'`,
  `create unique index deliveries_by_push on deliveries (outbox_id, subscription_id) where channel = 'push'`,
  `create index deliveries_waiting on deliveries (channel, next_at) where state = 'waiting'`,
  'create index deliveries_subscription on deliveries (subscription_id) where subscription_id is not null',
  'create index outbox_registration on outbox (registration_id, created_at)',
  'create index outbox_created_at on outbox (created_at)',

  'alter table sandbox_mailbox add column to_token text',
  'create index sandbox_mailbox_to on sandbox_mailbox (to_token, at)',

  `create table seller_reports (
    id uuid primary key default gen_random_uuid(),
    act text not null
      constraint seller_reports_act check (act in ('asked-money', 'offered-place', 'took-code', 'other')),
    sealed bytea not null,
    at timestamptz not null
  )`,
  'create index seller_reports_at on seller_reports (at)',
);
