import { migration } from './migration.ts';

/** What keeps it running: messages that wait to be sent, the sandbox's mailbox, the audit trail. */
export const operations = migration(
  `create table outbox (
    id uuid primary key default gen_random_uuid(),
    kind text not null,
    registration_id uuid not null references registrations on delete cascade,
    detail jsonb not null,
    created_at timestamptz not null,
    next_at timestamptz not null,
    sent_at timestamptz,
    receipt text,
    tries int not null default 0 constraint outbox_tries check (tries >= 0),
    constraint outbox_sent check ((sent_at is null) = (receipt is null))
  )`,
  'create index outbox_unsent on outbox (next_at) where sent_at is null',

  `create table sandbox_mailbox (
    id uuid primary key,
    sealed bytea not null,
    at timestamptz not null
  )`,
  'create index sandbox_mailbox_at on sandbox_mailbox (at)',

  // A solved task counts once, whichever process sees it.
  `create table captcha_uses (
    id text primary key,
    until timestamptz not null
  )`,
  'create index captcha_uses_until on captcha_uses (until)',

  `create table audit (
    id uuid primary key default gen_random_uuid(),
    at timestamptz not null,
    actor text not null,
    action text not null,
    detail jsonb not null
  )`,
  'create index audit_at on audit (at)',
);
