import { type Database, openDatabase } from './db/database.ts';
import { DatabaseError } from './db/errors.ts';
import { keysFit } from './db/keys-fit.ts';
import { dropRunningRepeats } from './db/repositories/repeats.ts';
import { decodeKeys, readKeyFile, readOrMakeKeyFile } from './db/vault/key-file.ts';
import type { Keys } from './db/vault/keys.ts';
import type { Env } from './env.ts';
import { CannotStart } from './start-failure.ts';

/** The database of this environment, brought up to date, and the one that these keys belong to. Throws CannotStart. */
export async function openData(env: Env, keys: Keys): Promise<Database> {
  return opened(env, async (database) => {
    await database.migrate().catch(notUpToDate);
    await fitting(database, keys);
    // Nobody else has the folder: what still runs was left by a process that died, and its people shall not wait for it.
    if (database.kind === 'embedded') await dropRunningRepeats(database.kysely);
  });
}

/** The same as it is, for who only reads: it may be that of a server that runs, of another version. Throws CannotStart. */
export async function openDataToRead(env: Env, keys: Keys): Promise<Database> {
  return opened(env, async (database) => fitting(database, keys));
}

async function opened(env: Env, prepare: (database: Database) => Promise<void>): Promise<Database> {
  const open = await openDatabase(
    env.databaseUrl ? { kind: 'server', url: env.databaseUrl } : { kind: 'embedded', folder: env.dataFolder },
  );
  if (!open.ok) throw new CannotStart(open.error);
  const database = open.value;
  try {
    await prepare(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function fitting(database: Database, keys: Keys): Promise<void> {
  const fit = await keysFit(database, keys);
  if (!fit.ok) throw new CannotStart(fit.error);
}

/** Its owner can mend that; anything else is a bug. */
export function notUpToDate(error: unknown): never {
  throw error instanceof DatabaseError ? new CannotStart({ kind: 'database-refuses', reason: error.message }) : error;
}

/** The keys that this environment names; a demonstration without any makes them. Throws CannotStart. */
export function readOrMakeKeys(env: Env): Keys {
  return keysBy(env, () =>
    env.mode === 'production' ? readKeyFile(env.keyFile) : readOrMakeKeyFile(env.keyFile, env.dataFolder),
  );
}

/** The same for who only reads, and leaves no key file behind. Throws CannotStart. */
export function readKeys(env: Env): Keys {
  return keysBy(env, () => readKeyFile(env.keyFile));
}

function keysBy(env: Env, readFile: () => Keys): Keys {
  try {
    return env.keys ? decodeKeys(env.keys) : readFile();
  } catch (error) {
    throw new CannotStart({ kind: 'keys-unreadable', reason: error instanceof Error ? error.message : String(error) });
  }
}
