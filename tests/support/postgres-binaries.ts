import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installByApt } from '../../scripts/run/apt.ts';

const debianFolder = '/usr/lib/postgresql';

/** The folder with `initdb` and `pg_ctl` of the newest PostgreSQL that is installed, or undefined. */
export function findPostgres(): string | undefined {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder) : [];
  const newestFirst = [...versions]
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(debianFolder, version, 'bin'));
  const onPath = (process.env['PATH'] ?? '').split(':');
  return [...newestFirst, ...onPath].find(
    (folder) => folder !== '' && existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')),
  );
}

/** With CI=true a missing PostgreSQL is installed. */
export function findOrInstallPostgres(): string | undefined {
  const found = findPostgres();
  if (found || process.env['CI'] !== 'true') return found;
  installByApt('postgresql');
  return findPostgres();
}
