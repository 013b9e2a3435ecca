import { migration } from './migration.ts';

/** Policies that one person proposed and another published, beside those of the program or the operator's file. */
export const policies = migration(
  `create table policies (
    name text primary key,
    begins_at timestamptz not null,
    policy jsonb not null,
    proposed_by uuid not null,
    proposer text not null,
    proposed_at timestamptz not null,
    published_by uuid,
    published_at timestamptz,
    constraint policies_published check ((published_by is null) = (published_at is null)),
    constraint policies_two_people check (published_by <> proposed_by)
  )`,
  'create unique index policies_begin on policies (begins_at) where published_at is not null',
);
