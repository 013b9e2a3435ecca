import { AsyncLocalStorage } from 'node:async_hooks';
import { CamelCasePlugin, CompiledQuery, Kysely, type Transaction } from 'kysely';
import { ok, type Result } from '#core/result.ts';
import { type EmbeddedFailure, openEmbedded } from './embedded/open.ts';
import type { Engine, PgBossDb, Statement } from './engine.ts';
import { linkDialect } from './link-dialect.ts';
import { migrateToLatest } from './migrate.ts';
import { openServer, type ServerFailure } from './postgres/open.ts';
import type { Schema } from './schema.ts';

export type DatabaseOptions =
  /** PGlite. Without a folder it lives in memory, from a dumped `template` if there is one: for tests. */
  | { readonly kind: 'embedded'; readonly folder: string | undefined; readonly template?: string }
  | { readonly kind: 'server'; readonly url: string };

export type Database = {
  readonly kind: Engine['kind'];
  readonly kysely: Kysely<Schema>;
  /** Raw SQL with `$1…`, committed when it returns. Rows have the names that the statement gives its columns. */
  run<Row>(statement: Statement, values: readonly unknown[]): Promise<readonly Row[]>;
  /**
   * Commits when `work` returns, rolls back when it throws. Inside, only `trx` may be used: PGlite has one connection,
   * so asking the database itself would wait for ever, and throws instead.
   */
  transaction<Value>(work: (trx: Transaction<Schema>) => Promise<Value>): Promise<Value>;
  /** For `new PgBoss({ ...database.pgBoss })`. */
  readonly pgBoss: { readonly db: PgBossDb; readonly backend: 'postgres' | 'pglite' };
  /** For `boss.send(name, data, { db: database.pgBossIn(trx) })`: the job is there only if the transaction commits. */
  pgBossIn(trx: Transaction<Schema>): PgBossDb;
  /** Forward to the newest migration; any number of processes may call it at once. */
  migrate(): Promise<void>;
  /** PGlite has no autovacuum: once an hour, when little is asked, is enough. Nothing on a server. */
  maintain(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Kinds: of a folder `database-in-use` (another process has it) and `folder-unusable`, of a server
 * `database-unreachable` and `database-too-old` (below 15).
 */
export async function openDatabase(
  options: DatabaseOptions,
): Promise<Result<Database, EmbeddedFailure | ServerFailure>> {
  const engine = await (options.kind === 'embedded' ? openEmbedded(options) : openServer(options.url));
  return engine.ok ? ok(databaseOn(engine.value)) : engine;
}

function databaseOn(engine: Engine): Database {
  const inside = new AsyncLocalStorage<{ open: boolean }>();
  const isInside = (): boolean => inside.getStore()?.open ?? false;
  const refuseInside = (): void => {
    if (isInside()) throw new Error('inside a transaction use its trx, not the database');
  };
  const kysely = new Kysely<Schema>({
    dialect: linkDialect({
      ...engine.source,
      async acquire() {
        refuseInside();
        return engine.source.acquire();
      },
    }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return {
    kind: engine.kind,
    kysely,
    async run<Row>(statement: Statement, values: readonly unknown[]) {
      refuseInside();
      return (await engine.run(statement, values)).rows as readonly Row[];
    },
    transaction: (work) =>
      kysely.transaction().execute(async (trx) => {
        const scope = { open: true };
        return inside
          .run(scope, () => work(trx))
          .finally(() => {
            scope.open = false;
          });
      }),
    pgBoss: {
      backend: engine.pgBoss.backend,
      db: { executeSql: (text, values = []) => engine.pgBoss.execute(text, values, isInside()) },
    },
    pgBossIn: (trx) => ({
      async executeSql(text, values = []) {
        const { rows } = await trx.withoutPlugins().executeQuery(CompiledQuery.raw(text, values));
        return { rows };
      },
    }),
    migrate: () => migrateToLatest(kysely),
    maintain: () => engine.maintain(),
    close: () => kysely.destroy(),
  };
}
