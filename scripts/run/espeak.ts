import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installByApt } from './apt.ts';

/** The path of the espeak-ng that is installed, or undefined. */
export function findEspeak(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, 'espeak-ng')).find((path) => existsSync(path));
}

/** With CI=true a missing one is installed. */
export function findOrInstallEspeak(): string | undefined {
  const found = findEspeak();
  if (found || process.env['CI'] !== 'true') return found;
  installByApt('espeak-ng');
  return findEspeak();
}
