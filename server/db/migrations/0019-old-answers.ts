import { migration } from './migration.ts';

/** What an answer was before goes when its while is over: found by the schedule each minute. */
export const oldAnswers = migration('create index changes_at on changes (at) where old_sealed is not null');
