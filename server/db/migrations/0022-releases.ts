import { migration } from './migration.ts';

/** Supervisors, and what they release: the counts of a closed pool, before its secret is revealed. */
export const releases = migration(
  `alter table staff
    drop constraint staff_role,
    add constraint staff_role check (role in ('operator', 'supervisor', 'officer'))`,
  `alter table sessions
    drop constraint sessions_role,
    add constraint sessions_role check (role in ('anonymous', 'applicant', 'operator', 'supervisor', 'officer'))`,

  `create table draw_releases (
    day date not null references draws,
    announcement_hash text not null constraint draw_releases_hash check (announcement_hash ~ '^[0-9a-f]{64}$'),
    person text not null,
    actor uuid not null,
    at timestamptz not null,
    primary key (day, announcement_hash, person)
  )`,
);
