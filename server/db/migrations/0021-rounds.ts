import { migration } from './migration.ts';

/**
 * Rounds: seasons and their parties, who joins the next one, what each party signed and revealed of a draw, the
 * operator's key, and the append-only log of registrations.
 */
export const rounds = migration(
  `create table seasons (
    number int primary key,
    begun_at timestamptz not null
  )`,
  `create table season_parties (
    season int not null references seasons,
    ordinal int not null constraint season_parties_ordinal check (ordinal >= 0),
    name text not null,
    key text not null constraint season_parties_key check (key ~ '^[0-9a-f]{64}$'),
    tip text not null unique constraint season_parties_tip check (tip ~ '^[0-9a-f]{64}$'),
    length int not null constraint season_parties_length check (length >= 1),
    escrow jsonb,
    primary key (season, ordinal),
    unique (season, name),
    unique (season, key)
  )`,
  `create table witness_joins (
    name text primary key,
    key text not null constraint witness_joins_key check (key ~ '^[0-9a-f]{64}$'),
    tip text not null constraint witness_joins_tip check (tip ~ '^[0-9a-f]{64}$'),
    length int not null constraint witness_joins_length check (length >= 1),
    escrow jsonb,
    joined_at timestamptz not null
  )`,
  `create table operator_key (
    id int primary key constraint operator_key_one check (id = 1),
    public_key text not null constraint operator_key_public check (public_key ~ '^[0-9a-f]{64}$'),
    seed_sealed bytea not null
  )`,

  // Draws from before there were seasons have none, and are not published.
  `alter table draws
    add column season int references seasons,
    add column draw int constraint draws_draw check (draw >= 1),
    add column summary text,
    add column drand_signature text,
    add column log_size int,
    add column log_root text constraint draws_log_root check (log_root ~ '^[0-9a-f]{64}$'),
    add constraint draws_one_a_number unique (season, draw),
    add constraint draws_of_season check (num_nulls(season, draw, log_size, log_root) in (0, 4)),
    add constraint draws_summed_up check (season is null or (summary is null) = (result is null))`,
  `create table draw_parties (
    day date not null references draws,
    ordinal int not null,
    name text not null,
    announcement_signature text constraint draw_parties_announcement check (announcement_signature ~ '^[0-9a-f]{128}$'),
    registrations_signature text constraint draw_parties_registrations check (registrations_signature ~ '^[0-9a-f]{128}$'),
    reveal text constraint draw_parties_reveal check (reveal ~ '^[0-9a-f]{64}$'),
    summary_signature text constraint draw_parties_summary check (summary_signature ~ '^[0-9a-f]{128}$'),
    primary key (day, ordinal),
    constraint draw_parties_signed_both check ((announcement_signature is null) = (registrations_signature is null))
  )`,

  // A leaf says nothing to whoever does not know the registration's id: it stays when she deletes everything.
  `create table registration_log (
    n int primary key constraint registration_log_n check (n >= 1),
    leaf text not null unique constraint registration_log_leaf check (leaf ~ '^[0-9a-f]{64}$')
  )`,
);
