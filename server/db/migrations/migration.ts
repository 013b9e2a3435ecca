import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A forward migration of plain statements, one each: PGlite's extended protocol takes no two at once. */
export function migration(...statements: readonly string[]): Migration {
  return {
    async up(db) {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}
