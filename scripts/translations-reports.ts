import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mostListed } from '#core/notice/text-report.ts';
import type { Database } from '#server/db/database.ts';
import type { Keys } from '#server/db/vault/keys.ts';
import { createVault } from '#server/db/vault/vault.ts';
import { readEnv } from '#server/env.ts';
import { openDataToRead, readKeys } from '#server/open-data.ts';
import { CannotStart } from '#server/start-failure.ts';
import { textReports } from '#server/use-cases/text-reports.ts';
import { describeReports } from './translations-reports/describe.ts';
import { printed } from './translations-reports/print.ts';

// npm run translations:reports [-- --locale ht] [--format json]
// What readers said of wrong words, by language and page, with the messages that the words may be. Reads the database that
// the environment names (DATABASE_URL, or DATA_FOLDER while no server runs on it), by the keys of the server.
// Exit code 0: read, also where there is none; 2: it could not run.

const { values } = parseArgs({
  options: {
    locale: { type: 'string' },
    format: { type: 'string', default: 'text' },
    root: { type: 'string', default: join(import.meta.dirname, '..') },
  },
});

try {
  if (values.format !== 'text' && values.format !== 'json')
    throw new Error(`--format is text or json, found ${values.format}`);
  const env = readEnv(process.env);
  if (!env.ok) throw new CannotStart(env.error);
  const keys = readKeys(env.value);
  const database = await openDataToRead(env.value, keys);
  const all = await readReports(database, keys);
  if (all.length === mostListed) process.stderr.write(`Only the ${mostListed} reports that were told last.\n`);
  const asked = all.filter(({ locale }) => values.locale === undefined || locale === values.locale);
  const described = describeReports(asked, values.root);
  process.stdout.write(values.format === 'json' ? `${JSON.stringify(described, null, 2)}\n` : printed(described));
} catch (error) {
  process.stderr.write(`The reports were not read: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function readReports(database: Database, keys: Keys) {
  try {
    return await textReports({ db: database, vault: createVault(keys) });
  } finally {
    await database.close();
  }
}
