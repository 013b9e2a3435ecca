import { createServer, type Server } from 'node:net';
import type { Env } from './env.ts';
import { CannotStart } from './start-failure.ts';

/**
 * How long a connection may be idle, in milliseconds: longer than proxies keep theirs (a minute in nginx and most clouds).
 * Whoever closes first must be the one who asks: a request that meets a closing connection is lost, and Node's own five
 * seconds are less than a person takes for a form.
 */
export const idleFor = 75_000;

/** Begins to listen. Throws `CannotStart` where the port is taken or the address isn't this machine's. */
export function listen(server: Server, { host, port }: Pick<Env, 'host' | 'port'>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        reject(new CannotStart({ kind: 'port-taken', host, port }));
        return;
      }
      reject(new CannotStart({ kind: 'address-refused', host, reason: error.code ?? 'unknown' }));
    });
    server.listen(port, host, () => resolve());
  });
}

/**
 * Whether `listen` could, found out before anything is opened: the first start works for seconds before it listens.
 * Throws like it.
 */
export async function tryToListen(env: Pick<Env, 'host' | 'port'>): Promise<void> {
  const probe = createServer();
  await listen(probe, env);
  await new Promise((resolve) => probe.close(resolve));
}

const pause = 100;
const longestWait = 5_000;

/** Between two looks at a repeated request that still runs; false after five seconds. */
export async function waitForRequests(turn: number): Promise<boolean> {
  if (turn * pause >= longestWait) return false;
  await new Promise((resolve) => setTimeout(resolve, pause));
  return true;
}
