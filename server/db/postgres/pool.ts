import pg from 'pg';
import { toDatabaseError } from '../errors.ts';
import type { LinkSource, Rows } from '../link.ts';
import { parsers } from '../parsers.ts';

type ClientError = (error: Error) => void;

/** Parses like PGlite does here, see parsers.ts; everything else as `pg` does by itself. */
const types = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    parsers[id] ?? (pg.types.getTypeParser as (id: number, format?: string) => (text: string) => unknown)(id, format),
};

export type ServerPool = LinkSource & {
  /** Named and prepared once a connection; commits by itself. */
  run(name: string | undefined, text: string, values: readonly unknown[]): Promise<Rows>;
  /** With the parsers that `pg` has of its own, as a library expects that brings its own SQL; may be many statements. */
  runPlain(text: string, values: readonly unknown[]): Promise<{ rows: unknown[] }>;
};

export function serverPool(url: string, connections = 10): ServerPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    options: '-c TimeZone=UTC -c DateStyle=ISO -c bytea_output=hex',
  });
  // An idle connection that the server closes: the pool has dropped it already, the next query opens another.
  const ignore: ClientError = () => {};
  pool.on('error', ignore);

  const refused = (error: unknown): never => {
    throw toDatabaseError(error);
  };
  return {
    engine: 'server',
    async acquire() {
      const client = await pool.connect().catch(refused);
      return {
        query: (text, values) => client.query({ text, values: [...values], types }).then(toRows, refused),
        release: (broken) => client.release(broken),
      };
    },
    run: (name, text, values) =>
      pool.query({ ...(name && { name }), text, values: [...values], types }).then(toRows, refused),
    runPlain: async (text, values) => {
      const result: unknown = await pool.query(text, values.length > 0 ? [...values] : undefined).catch(refused);
      // Several statements at once give an array of results; their rows belong together.
      return { rows: [result].flat().flatMap((one): unknown[] => (one as pg.QueryResult).rows) };
    },
    close: () => pool.end(),
  };
}

function toRows(result: pg.QueryResult<Record<string, unknown>>): Rows {
  return { rows: result.rows, affected: result.rowCount ?? undefined, command: result.command };
}
