import type { Database } from '../db/database.ts';
import { beginRepeat, dropRepeat, finishRepeat } from '../db/repositories/repeats.ts';
import type { RepeatRows } from './repeat.ts';

export function repeatRowsIn({ kysely }: Pick<Database, 'kysely'>): RepeatRows {
  return {
    begin: (wish) => beginRepeat(kysely, wish),
    finish: (key, answer) => finishRepeat(kysely, key, answer),
    drop: (key) => dropRepeat(kysely, key),
  };
}
