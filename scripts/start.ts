// npm start: builds if the sources or the mode changed since the last build, then runs the server in this very process.
// npm run dev: the same with Next's hot reload, and without building.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isBuilt, modeIn } from './build/stamp.ts';

const root = join(import.meta.dirname, '..');
process.chdir(root);
const isDevelopment = process.argv.includes('--dev');

function run(script: string): void {
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

if (isDevelopment) run('scripts/catalogs-prepare.ts');
else if (!isBuilt(root, modeIn(process.env))) run('scripts/build.ts');

await import('../server/main.ts');
