import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { postgresMissingMark } from '../../scripts/run/counts.ts';
import { freePort } from './free-port.ts';
import { findOrInstallPostgres, findPostgres } from './postgres-binaries.ts';

/** Where the run keeps its scratch cluster; handed to the test's workers by vitest's `provide`. */
export const folderKey = 'puenteScratchFolder';

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- merged into vitest's own
  interface ProvidedContext {
    puenteScratchFolder: string;
  }
}

/** vitest's globalSetup: a folder for the run. The cluster itself starts when the first test asks for it. */
export function setup(project: { provide(key: typeof folderKey, value: string): void }): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'puente-test-'));
  project.provide(folderKey, folder);
  return async () => {
    const isMissing = existsSync(join(folder, 'skipped'));
    stopCluster(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    if (!isMissing) return;
    // `npm test` says it again in its last line.
    mkdirSync(dirname(postgresMissingMark), { recursive: true });
    writeFileSync(postgresMissingMark, '');
    process.stdout.write(
      '\nNOT TESTED on PostgreSQL: none is installed (expected initdb in /usr/lib/postgresql/*/bin or on PATH)\n',
    );
  };
}

/** Remembered, so that the run's last line says it. */
export function noteSkipped(folder: string): void {
  writeFileSync(join(folder, 'skipped'), '');
}

/** The cluster's address without a database, such as `postgres://postgres@127.0.0.1:41234`; starts it the first time. */
export async function clusterUrl(folder: string): Promise<string> {
  const ready = join(folder, 'cluster.url');
  if (!claim(join(folder, 'cluster.claimed'))) {
    for (let tries = 0; !existsSync(ready); tries += 1) {
      if (tries > 1200)
        throw new Error('expected the scratch cluster within two minutes: another worker failed to start it');
      await sleep(100);
    }
    return readFileSync(ready, 'utf8');
  }
  const url = await startCluster(folder);
  writeFileSync(`${ready}.draft`, url);
  execFileSync('mv', [`${ready}.draft`, ready]);
  return url;
}

async function startCluster(folder: string): Promise<string> {
  const binaries = findOrInstallPostgres();
  if (!binaries) throw new Error('expected initdb in /usr/lib/postgresql/*/bin or on PATH, found none');
  const home = join(folder, 'postgres');
  mkdirSync(home, { mode: 0o700 });
  if (process.getuid?.() === 0) {
    chownSync(home, idOf('-u'), idOf('-g'));
    // mkdtemp made it for root alone; the server has to reach its own folder in it.
    execFileSync('chmod', ['711', folder]);
  }
  const data = join(home, 'data');
  asPostgres(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    home,
  );
  const port = await freePort();
  // Nothing here outlives the run, so nothing waits for the disk.
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${home} -c fsync=off -c max_connections=200`;
  asPostgres(
    join(binaries, 'pg_ctl'),
    ['-D', data, '-o', options, '-l', join(home, 'log'), '-w', '-t', '60', 'start'],
    home,
  );
  return `postgres://postgres@127.0.0.1:${port}`;
}

/** At once: what is in it is thrown away. */
export function stopCluster(folder: string): void {
  const data = join(folder, 'postgres', 'data');
  const binaries = findPostgres();
  if (!binaries || !existsSync(join(data, 'postmaster.pid'))) return;
  asPostgres(join(binaries, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop'], join(folder, 'postgres'));
}

/** PostgreSQL refuses to run as root. */
function asPostgres(program: string, args: readonly string[], cwd: string): void {
  const isRoot = process.getuid?.() === 0;
  const become = ['--reuid=postgres', '--regid=postgres', '--clear-groups', program];
  try {
    execFileSync(isRoot ? 'setpriv' : program, isRoot ? [...become, ...args] : args, {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  } catch (error) {
    throw new Error(`${program} failed: ${String((error as { stderr?: Buffer }).stderr)}`);
  }
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
}

function claim(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch {
    return false;
  }
}
