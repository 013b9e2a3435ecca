import { type Database, type DatabaseOptions, openDatabase } from '#server/db/database.ts';

/** As it is found. */
export async function open(options: DatabaseOptions): Promise<Database> {
  const opened = await openDatabase(options);
  if (!opened.ok) throw new Error(`expected the test's database to open, found ${JSON.stringify(opened.error)}`);
  return opened.value;
}

export async function openMigrated(options: DatabaseOptions): Promise<Database> {
  const database = await open(options);
  await database.migrate();
  return database;
}
