import { migration } from './migration.ts';

/** What signals are found by: the same place again, the same rhythm of somebody else; and when they are old enough to go. */
export const guardSignals = migration(
  'alter table coarse_places add column place_token text',
  'create index signals_at on signals (at)',
  `create table rhythms (
    token text not null,
    registration_id uuid not null references registrations on delete cascade,
    at timestamptz not null,
    constraint rhythms_once primary key (token, registration_id)
  )`,
  'create index rhythms_at on rhythms (at)',
  'create index rhythms_registration on rhythms (registration_id)',
);
