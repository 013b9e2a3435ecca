import type { Database } from '../db/database.ts';
import { beginRepeat, dropRepeat, finishRepeat } from '../db/repositories/repeats.ts';
import type { RepeatRows } from './repeat.ts';

export function repeatRowsIn({ kysely }: Pick<Database, 'kysely'>): RepeatRows {
  return {
    begin: (wish) => beginRepeat(kysely, wish),
    finish: (run, answer) => finishRepeat(kysely, run, answer),
    drop: (run) => dropRepeat(kysely, run),
  };
}
