import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { toDatabaseError } from './errors.ts';
import { migrations } from './migrations/all.ts';
import type { Schema } from './schema.ts';

/** Each migration in a transaction of its own kind: all of them commit together or none does. */
export async function migrateToLatest(kysely: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db: kysely, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw toDatabaseError(error);
}
