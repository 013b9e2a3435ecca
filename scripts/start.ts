// npm start: builds if the sources or the mode changed since the last build, then runs the server in this very process.
// npm run dev: the same with Next's hot reload, and without building.
// Either with `-- --https`: a phone on the same network can open it (docs/operations.md).
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isBuilt, modeIn } from './build/stamp.ts';

const root = join(import.meta.dirname, '..');
process.chdir(root);
const isDevelopment = process.argv.includes('--dev');

function run(...command: readonly [string, ...string[]]): boolean {
  return spawnSync(process.execPath, command, { stdio: 'inherit' }).status === 0;
}

if (isDevelopment) {
  // What it finds is for who changes the texts; the pages show it, too.
  run('scripts/catalogs-check.ts', '--publish');
  if (!run('scripts/catalogs-prepare.ts')) process.exit(1);
} else if (!isBuilt(root, modeIn(process.env)) && !run('scripts/build.ts')) process.exit(1);

await import('../server/main.ts');
