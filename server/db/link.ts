export type Rows = {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly affected: number | undefined;
  /** What the database says it did: `COMMIT`, or `ROLLBACK` where it was asked to commit what had failed. */
  readonly command: string | undefined;
};

/** One connection of one engine, used by one caller at a time. Errors are DatabaseErrors. */
export type Link = {
  query(text: string, values: readonly unknown[]): Promise<Rows>;
  /** Gives it back. `broken`: its transaction could not be ended, so nobody may use it again. */
  release(broken?: boolean): void;
};

/** Where connections come from: a pool on a server, the one there is on PGlite. */
export type LinkSource = {
  readonly engine: 'embedded' | 'server';
  acquire(): Promise<Link>;
  close(): Promise<void>;
};
