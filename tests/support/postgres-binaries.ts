import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

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

/** With CI=true a missing PostgreSQL is installed, as root by apt. */
export function findOrInstallPostgres(): string | undefined {
  const found = findPostgres();
  if (found || process.env['CI'] !== 'true') return found;
  const apt = (...args: string[]) =>
    execFileSync('apt-get', args, { stdio: 'pipe', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  try {
    apt('update', '-qq');
    apt('install', '-y', '-qq', 'postgresql');
  } catch (error) {
    throw new Error(`expected PostgreSQL to be installed or installable by apt-get as root: ${String(error)}`);
  }
  return findPostgres();
}
