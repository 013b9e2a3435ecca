import { migration } from './migration.ts';

/** What people tell translators of words on the screens; nothing of who told it. */
export const textReports = migration(
  `create table text_reports (
    id uuid primary key default gen_random_uuid(),
    token text not null unique,
    locale text not null,
    screen text not null,
    sealed bytea not null,
    times int not null default 1 constraint text_reports_times check (times >= 1),
    at timestamptz not null
  )`,
  'create index text_reports_at on text_reports (at)',
);
