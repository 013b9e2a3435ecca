import { migration } from './migration.ts';

/** Who asks: registrations, their people (sealed, with keyed tokens beside), acceptances, devices, signals. */
export const registrations = migration(
  `create table registrations (
    id uuid primary key default gen_random_uuid(),
    account_id uuid not null unique references accounts,
    state text not null constraint registrations_state check (state in ('incomplete', 'registered', 'closed')),
    primary_language text,
    started_at timestamptz not null,
    registered_at timestamptz,
    secret_sealed bytea not null,
    port_choices text[] not null default '{}' constraint registrations_ports check (cardinality(port_choices) <= 3),
    device_token text,
    constraint registrations_undated check (state <> 'incomplete' or registered_at is null),
    constraint registrations_dated check (state <> 'registered' or registered_at is not null),
    constraint registrations_language check (state <> 'registered' or primary_language is not null)
  )`,

  `create table people (
    id uuid primary key default gen_random_uuid(),
    registration_id uuid not null references registrations on delete cascade,
    position int not null constraint people_position check (position between 1 and 12),
    sealed bytea not null,
    data_key_wrapped bytea not null,
    key_id text not null,
    given_tokens text[] not null default '{}',
    family_tokens text[] not null default '{}',
    birth_token text,
    birth_year_token text,
    birth_month_day_token text,
    phone_token text,
    photo_sealed bytea,
    photo_at timestamptz,
    constraint people_one_a_position unique (registration_id, position),
    constraint people_photo_dated check ((photo_sealed is null) = (photo_at is null))
  )`,
  // A photo is encrypted: trying to compress it only costs time.
  'alter table people alter column photo_sealed set storage external',
  'create index people_birth_token on people (birth_token)',
  'create index people_phone_token on people (phone_token)',

  `create table acceptances (
    id uuid primary key default gen_random_uuid(),
    registration_id uuid not null references registrations on delete cascade,
    document text not null,
    version text not null,
    locale text not null,
    sha256 text not null constraint acceptances_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
    accepted_at timestamptz not null,
    constraint acceptances_once unique (registration_id, document, version, locale, sha256)
  )`,

  `create table device_registrations (
    device_token text not null,
    place smallint not null constraint device_registrations_place check (place between 1 and 99),
    registration_id uuid not null references registrations on delete cascade,
    constraint device_registrations_one_a_place primary key (device_token, place),
    constraint device_registrations_once unique (device_token, registration_id)
  )`,
  'create index device_registrations_registration on device_registrations (registration_id)',

  `create table signals (
    id uuid primary key default gen_random_uuid(),
    registration_id uuid not null references registrations on delete cascade,
    kind text not null,
    detail jsonb not null,
    at timestamptz not null
  )`,
  'create index signals_registration on signals (registration_id, at)',

  `create table coarse_places (
    id uuid primary key default gen_random_uuid(),
    registration_id uuid not null references registrations on delete cascade,
    sealed bytea not null,
    at timestamptz not null
  )`,
  'create index coarse_places_at on coarse_places (at)',
  'create index coarse_places_registration on coarse_places (registration_id)',
);
