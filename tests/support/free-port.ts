import { createServer } from 'node:net';

/**
 * Below those that the system hands out by itself (32768 on): such a one could be given to a connection between our asking
 * and a server's listening. Each process begins elsewhere, and never offers the same one twice.
 */
const [first, count] = [20_000, 12_000];
let next = (process.pid * 61) % count;

/** A port of 127.0.0.1 at which nothing listens. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < count; tries += 1) {
    const port = first + next;
    next = (next + 1) % count;
    if (await isFree(port)) return port;
  }
  throw new Error(`expected a free port from ${first} on, found none`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
