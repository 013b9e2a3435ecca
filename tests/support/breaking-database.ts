import type { KyselyPlugin } from 'kysely';
import type { Database } from '#server/db/database.ts';

/** A database whose process dies at a statement: that one and all after it never reach it, and transactions roll back. */
export function breakable(database: Database): {
  readonly database: Database;
  /** From now on the n-th statement is the first that fails; null: none. */
  readonly breakAt: (statement: number | null) => void;
  readonly hasBroken: () => boolean;
} {
  let left: number | null = null;
  let hasBroken = false;
  const count = () => {
    if (left === null) return;
    left -= 1;
    if (left > 0) return;
    hasBroken = true;
    throw new Error('the process is dead');
  };
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      count();
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return {
    database: {
      ...database,
      kysely: database.kysely.withPlugin(plugin),
      transaction: (work) => database.transaction(async (trx) => work(trx.withPlugin(plugin))),
      async run(statement, values) {
        count();
        return database.run(statement, values);
      },
    },
    breakAt(statement) {
      left = statement;
      hasBroken = false;
    },
    hasBroken: () => hasBroken,
  };
}
