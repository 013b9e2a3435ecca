import { migration } from './migration.ts';

/** Asking each day waits while a child of the group has no adult of it who answers for her. */
export const together = migration(
  'alter table registrations add column is_together boolean not null default true',
  'create index registrations_apart on registrations (id) where not is_together',
  `alter table standing_requests
    drop constraint standing_requests_reason,
    add constraint standing_requests_reason check (reason in
      ('no-sign', 'declined', 'lapsed-twice', 'terms-changed', 'guardian-apart', 'booked', 'cancelled', 'missed',
       'withdrawn'))`,
);
