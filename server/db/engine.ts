import type { LinkSource, Rows } from './link.ts';

/** A statement of a hot path. PostgreSQL keeps it prepared under its name, so a name means one text for good. */
export type Statement = { readonly name: string; readonly text: string };

/** What pg-boss takes as `db` (structurally its IDatabase). Values are read as pg-boss expects them, dates as Date. */
export type PgBossDb = {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- pg-boss's own signature
  executeSql(text: string, values?: unknown[]): Promise<{ rows: any[] }>;
};

/** What each engine brings; the rest is the same. */
export type Engine = {
  readonly kind: 'embedded' | 'server';
  readonly source: LinkSource;
  run(statement: Statement, values: readonly unknown[]): Promise<Rows>;
  readonly pgBoss: {
    readonly backend: 'postgres' | 'pglite';
    /** `isInside`: asked from within a transaction of this process. */
    readonly execute: (
      text: string,
      values: readonly unknown[],
      isInside: boolean,
    ) => ReturnType<PgBossDb['executeSql']>;
  };
  maintain(): Promise<void>;
};
