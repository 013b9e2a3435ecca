import { migration } from './migration.ts';

/** One row for each key that ever sealed what is new: a value that opens only with the keys that the data belongs to. */
export const keyChecks = migration(
  `create table key_checks (
    key_id text primary key,
    sealed bytea not null,
    token text not null
  )`,
);
