import { migration } from './migration.ts';

/** Who came to a group and left it, and when its date in the line became another: what its timeline tells of. */
export const groupEvents = migration(
  `create table group_events (
    id uuid primary key default gen_random_uuid(),
    registration_id uuid not null references registrations on delete cascade,
    kind text not null constraint group_events_kind check (kind in
      ('joined', 'parted', 'group-grew', 'newborn', 'group-shrank', 'date-moved')),
    at timestamptz not null,
    registered_at timestamptz,
    constraint group_events_dated check ((kind = 'date-moved') = (registered_at is not null))
  )`,
  'create index group_events_registration on group_events (registration_id)',
);
