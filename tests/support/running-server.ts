import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

export type RunningServer = {
  readonly address: string;
  readonly port: number;
  readonly pid: number;
  readonly folder: string;
  /** undefined: the embedded one, in its folder. */
  readonly databaseUrl: string | undefined;
  readonly printed: () => string;
  readonly kill: (signal: NodeJS.Signals) => Promise<number | null>;
  /** Stops it gently, and removes its data unless it was given the folder. */
  readonly stop: () => Promise<void>;
};

export type ServerOptions = {
  /** Instant at which the sandbox clock starts, RFC 3339. */
  readonly clock?: string;
  readonly databaseUrl?: string;
  /** Holds data and keys, of an earlier run or none. */
  readonly folder?: string;
  /** That of an earlier run: accounts of the sandbox belong to its address. */
  readonly port?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** Such as `--https`. */
  readonly flags?: readonly string[];
};

/** Starts the built project as a person would, with a data folder, keys and a port of its own. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const folder = options.folder ?? (await freshFolder());
  const port = options.port ?? (await freePort());
  const address = `http://localhost:${port}`;
  const child = spawnServer({ ...options, folder, port });
  const printed = keepPrinted(child);
  const kill = (signal: NodeJS.Signals) => ended(child, signal);

  await waitUntilHealthy(child, address, printed);
  return {
    address,
    port,
    pid: child.pid ?? 0,
    folder,
    databaseUrl: options.databaseUrl,
    printed,
    kill,
    stop: async () => {
      await kill('SIGTERM');
      if (!options.folder) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** With a cluster that nobody has used yet. To see the very first start, give an empty `folder`. */
async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'puente-e2e-'));
  const template = process.env['PUENTE_E2E_TEMPLATE'];
  if (!template) throw new Error('expected the path of a migrated cluster in PUENTE_E2E_TEMPLATE, found none');
  await cp(template, join(folder, 'data', 'cluster'), { recursive: true });
  return folder;
}

export type EndedStart = { readonly code: number | null; readonly printed: string };

/** Starts the built project where it can't start: how it ended, and all that it said. */
export async function startToEnd(options: ServerOptions & { readonly folder: string }): Promise<EndedStart> {
  const child = spawnServer({ ...options, port: await freePort() });
  const printed = keepPrinted(child);
  const deadline = setTimeout(() => child.kill('SIGKILL'), 60_000);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(deadline);
  return { code, printed: printed() };
}

type Spawned = ServerOptions & { readonly folder: string; readonly port: number };

function spawnServer({ folder, port, clock, databaseUrl, environment, flags = [] }: Spawned) {
  const compiled = process.env['PUENTE_E2E_COMPILED'];
  // What V8 makes of the database's code on second thoughts takes longer than the servers of tests live.
  return spawn('node', ['--liftoff-only', 'server/main.ts', ...flags], {
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      NODE_ENV: 'production',
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      DATA_FOLDER: join(folder, 'data'),
      KEY_FILE: join(folder, 'keys.json'),
      LOG_LEVEL: 'warn',
      // Nothing leaves this machine.
      QUICK_EXIT_ADDRESS: `http://localhost:${port}/icon.svg`,
      // Screens are the same on machines that have it and those that don't.
      ESPEAK_NG: 'off',
      // A tenth of the work: each asking would cost as much as the page that it is on.
      ALTCHA_TRIES: '60',
      ...(clock ? { PUENTE_CLOCK: clock } : {}),
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
      // Sixty servers a run read the same sources.
      ...(compiled ? { NODE_COMPILE_CACHE: compiled } : {}),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function keepPrinted(child: ReturnType<typeof spawnServer>): () => string {
  const parts: string[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part.toString()));
  child.stderr.on('data', (part: Buffer) => parts.push(part.toString()));
  return () => parts.join('');
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const end = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill(signal);
  return end;
}

async function waitUntilHealthy(child: ChildProcess, address: string, printed: () => string): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${printed()}`);
    const answer = await fetch(`${address}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`The server was not healthy within a minute:\n${printed()}`);
}
