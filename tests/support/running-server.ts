import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type RunningServer = {
  readonly address: string;
  readonly folder: string;
  readonly printed: () => string;
  readonly kill: (signal: NodeJS.Signals) => Promise<number | null>;
  /** Stops it gently and removes its data. */
  readonly stop: () => Promise<void>;
};

export type ServerOptions = {
  /** Instant at which the sandbox clock starts, RFC 3339. */
  readonly clock?: string;
  readonly databaseUrl?: string;
  /** Keeps data and keys of an earlier run. */
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
};

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('expected a TCP address');
  return address.port;
}

/** Starts the built project as a person would, with a data folder, keys and a port of its own. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'puente-e2e-')));
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const child = spawn('node', ['server/main.ts'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      NODE_ENV: 'production',
      PORT: String(port),
      PUBLIC_URL: address,
      DATA_FOLDER: join(folder, 'data'),
      KEY_FILE: join(folder, 'keys.json'),
      LOG_LEVEL: 'warn',
      ...(options.clock ? { PUENTE_CLOCK: options.clock } : {}),
      ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const parts: string[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part.toString()));
  child.stderr.on('data', (part: Buffer) => parts.push(part.toString()));
  const printed = () => parts.join('');
  const kill = (signal: NodeJS.Signals) => ended(child, signal);

  await waitUntilHealthy(child, address, printed);
  return {
    address,
    folder,
    printed,
    kill,
    stop: async () => {
      await kill('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
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
