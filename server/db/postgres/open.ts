import { err, ok, type Result } from '#core/result.ts';
import type { Engine } from '../engine.ts';
import { toDatabaseError } from '../errors.ts';
import { serverPool } from './pool.ts';

export type ServerFailure =
  | { readonly kind: 'database-unreachable'; readonly reason: string }
  | { readonly kind: 'database-too-old'; readonly version: string };

const oldest = 15;

export async function openServer(url: string): Promise<Result<Engine, ServerFailure>> {
  const pool = serverPool(url);
  try {
    const { rows } = await pool.run(undefined, "select current_setting('server_version') as version", []);
    const version = String(rows[0]?.['version']);
    if (Number.parseInt(version, 10) < oldest) {
      await pool.close();
      return err({ kind: 'database-too-old', version });
    }
  } catch (error) {
    await pool.close();
    return err({ kind: 'database-unreachable', reason: toDatabaseError(error).message });
  }
  return ok({
    kind: 'server',
    source: pool,
    run: (statement, values) => pool.run(statement.name, statement.text, values),
    pgBoss: {
      backend: 'postgres',
      execute: (text, values) => pool.runPlain(text, values),
    },
    // Autovacuum does it.
    async maintain() {},
  });
}
