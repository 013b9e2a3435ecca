import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The path of the espeak-ng that is installed, or undefined. */
function findEspeak(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, 'espeak-ng')).find((path) => existsSync(path));
}

/** With CI=true a missing one is installed, as root by apt. */
export function findOrInstallEspeak(): string | undefined {
  const found = findEspeak();
  if (found || process.env['CI'] !== 'true') return found;
  const apt = (...args: string[]) =>
    execFileSync('apt-get', args, { stdio: 'pipe', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  try {
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', 'espeak-ng');
  } catch (error) {
    throw new Error(`expected espeak-ng to be installed or installable by apt-get as root: ${String(error)}`);
  }
  return findEspeak();
}
