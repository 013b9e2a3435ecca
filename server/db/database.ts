import type { Kysely, Transaction } from 'kysely';
import type { Result } from '#core/result.ts';
import type { Schema } from './schema.ts';

export type DatabaseOptions =
  | { readonly kind: 'embedded'; /** undefined: in memory, for tests */ readonly folder: string | undefined }
  | { readonly kind: 'server'; readonly url: string };

/** A statement of a hot path. The name is its own for good: PostgreSQL keeps it prepared under it. */
export type Statement = { readonly name: string; readonly text: string };

/** What pg-boss wants to be given as `db` (structurally its IDatabase). */
export type PgBossDb = {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
};

export type Database = {
  readonly kind: DatabaseOptions['kind'];
  readonly kysely: Kysely<Schema>;
  /** Raw SQL with `$1…`; commits by itself. Rows have the names that the statement gives its columns. */
  run<Row>(statement: Statement, values: readonly unknown[]): Promise<readonly Row[]>;
  transaction<Value>(work: (trx: Transaction<Schema>) => Promise<Value>): Promise<Value>;
  /** For `new PgBoss({ db, backend })`. */
  readonly pgBoss: { readonly db: PgBossDb; readonly backend: 'postgres' | 'pglite' };
  /** For `boss.send(…, { db: pgBossIn(trx) })`: the job exists only if the transaction commits. */
  pgBossIn(trx: Transaction<Schema>): PgBossDb;
  /** Forward to the newest migration. */
  migrate(): Promise<void>;
  /** VACUUM (ANALYZE) on PGlite, which has no autovacuum; nothing on a server. */
  maintain(): Promise<void>;
  close(): Promise<void>;
};

export type OpenFailure =
  /** Another process has the data folder open. */
  | { readonly kind: 'database-in-use'; readonly folder: string; readonly pid: number }
  | { readonly kind: 'database-unreachable'; readonly reason: string };

export type OpenDatabase = (options: DatabaseOptions) => Promise<Result<Database, OpenFailure>>;
