import { migration } from './migration.ts';

/**
 * Accounts without e-mail: a recovery code as a way in, the devices it was used on, and how often somebody may try. And
 * the lines of draws that outlive their person.
 */
export const recovery = migration(
  'alter table accounts alter column subject_token drop not null',
  'alter table accounts alter column email_token drop not null',
  'alter table accounts alter column email_sealed drop not null',
  `alter table accounts
    add column recovery_token text unique,
    add column recovery_made_at timestamptz,
    add column recovery_kept_at timestamptz,
    add constraint accounts_way_in check (num_nonnulls(subject_token, recovery_token) > 0),
    add constraint accounts_email_of_subject
      check (num_nulls(subject_token, email_token, email_sealed) in (0, 3)),
    add constraint accounts_recovery_dated check ((recovery_token is null) = (recovery_made_at is null)),
    add constraint accounts_recovery_kept check (recovery_kept_at is null or recovery_token is not null)`,
  'create index accounts_recovery_made_at on accounts (recovery_made_at) where recovery_kept_at is null',

  `create table account_devices (
    account_id uuid not null references accounts on delete cascade,
    device_token text not null,
    since timestamptz not null,
    primary key (account_id, device_token)
  )`,

  // A code that was just made, for the one session that shows it, until its holder says that it is written down.
  `create table fresh_codes (
    session_hash text primary key references sessions on delete cascade,
    account_id uuid not null references accounts on delete cascade,
    sealed bytea not null,
    made_at timestamptz not null
  )`,
  'create index fresh_codes_account on fresh_codes (account_id)',
  'create index fresh_codes_made_at on fresh_codes (made_at)',

  `create table tries (
    bucket text primary key,
    level double precision not null constraint tries_level check (level >= 0),
    at timestamptz not null
  )`,
  'create index tries_at on tries (at)',

  // What a draw holds of somebody who has deleted everything stays under a registration of nobody; one that was split off
  // waits for whoever brings its code.
  'alter table registrations alter column account_id drop not null',
  `alter table registrations
    add constraint registrations_owned check (state = 'incomplete' or (account_id is null) = (state = 'closed'))`,
  `alter table offers
    drop constraint offers_request_id_registration_id_fkey,
    add constraint offers_request foreign key (request_id, registration_id)
      references requests (id, registration_id) on update cascade`,
  `alter table appointments
    drop constraint appointments_offer_id_registration_id_fkey,
    add constraint appointments_offer foreign key (offer_id, registration_id)
      references offers (id, registration_id) on update cascade`,
);
