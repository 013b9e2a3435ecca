import {
  AbortedTransactionError,
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PGliteAdapter,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type { Link, LinkSource, Rows } from './link.ts';

/** Kysely over either engine, so that both run the same code from here up. */
export function linkDialect(source: LinkSource): Dialect {
  return {
    createAdapter: () => (source.engine === 'embedded' ? new GatedPGliteAdapter() : new PostgresAdapter()),
    createDriver: () => linkDriver(source),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/**
 * The source lets one through at a time. Kysely's own mutex, which comes before it, would make a query inside of
 * somebody's transaction wait for ever instead of being refused, and is never released when acquiring fails.
 */
class GatedPGliteAdapter extends PGliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

class LinkConnection implements DatabaseConnection {
  readonly link: Link;
  isBroken = false;

  constructor(link: Link) {
    this.link = link;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, affected } = await this.query(query.sql, query.parameters);
    return {
      rows: rows as Row[],
      ...(affected === undefined ? {} : { numAffectedRows: BigInt(affected) }),
    };
  }

  async query(text: string, values: readonly unknown[]): Promise<Rows> {
    try {
      return await this.link.query(text, values);
    } catch (error) {
      // Where the query was asked, rather than where the driver read the answer.
      if (error instanceof Error) Error.captureStackTrace(error);
      throw error;
    }
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('streaming is not there on PGlite: page through the rows by key');
  }
}

function linkDriver(source: LinkSource): Driver {
  const own = (connection: DatabaseConnection): LinkConnection => {
    if (connection instanceof LinkConnection) return connection;
    throw new Error('expected a connection of this driver');
  };
  const say = (connection: DatabaseConnection, text: string) => connection.executeQuery(CompiledQuery.raw(text));
  return {
    async init() {},
    async acquireConnection() {
      return new LinkConnection(await source.acquire());
    },
    async beginTransaction(connection, settings) {
      await say(connection, begin(settings));
    },
    async commitTransaction(connection) {
      // PostgreSQL answers a commit of what has failed with a rollback and no error: whoever caught a refused statement
      // and went on would be told that all is stored.
      if ((await own(connection).query('commit', [])).command === 'ROLLBACK') throw new AbortedTransactionError();
    },
    async rollbackTransaction(connection) {
      try {
        await say(connection, 'rollback');
      } catch (error) {
        own(connection).isBroken = true;
        throw error;
      }
    },
    async releaseConnection(connection) {
      own(connection).link.release(own(connection).isBroken);
    },
    async destroy() {
      await source.close();
    },
  };
}

function begin(settings: TransactionSettings): string {
  const level = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : '';
  return `begin${level}${settings.accessMode ? ` ${settings.accessMode}` : ''}`;
}
