import { migration } from './migration.ts';

/**
 * A pool that was closed and could not be drawn before its slots were past. Its requests end with it, and others take
 * their places in the next pool.
 */
export const guard = migration(
  `alter table pools
    drop constraint pools_state,
    add constraint pools_state check (state in ('open', 'closed', 'drawn', 'postponed'))`,
  `alter table requests
    drop constraint requests_state,
    add constraint requests_state check (state in
      ('waiting', 'closed', 'chosen', 'withdrawn', 'not-chosen', 'fulfilled', 'released', 'postponed')),
    drop constraint requests_outcome,
    add constraint requests_outcome check
      ((state in ('waiting', 'withdrawn', 'closed', 'postponed')) = (outcome is null))`,
);
