import type { ErrorFields } from '../errors.ts';
import type { Rows } from '../link.ts';

/** What the worker is started with. */
export type WorkerSetup = {
  /** Where the cluster lives; undefined for one in memory. */
  readonly folder: string | undefined;
  /** A dump of a data directory to begin an in-memory cluster from: for tests. */
  readonly template: string | undefined;
};

export type Request = {
  readonly id: number;
  readonly text: string;
  readonly values: readonly unknown[];
  /**
   * `own`: parsed as this project reads values. `plain`: one statement as PGlite reads values by itself.
   * `script`: many statements, no values. `dump`: a gzip'ed tar of the data directory. `close`: the last one.
   */
  readonly mode: 'own' | 'plain' | 'script' | 'dump' | 'close';
};

export type Answer =
  | ({ readonly id: number } & Rows)
  | { readonly id: number; readonly error: ErrorFields & { readonly message: string } };

/** Sent once before any answer. */
export type Ready = { readonly ready: true } | { readonly ready: false; readonly reason: string };
