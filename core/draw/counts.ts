import type { PoolRequest } from './pool.ts';

/** How many requests and people name a port at any place of their list; null where fewer than eleven. */
export type PortCounts = { readonly port: string; readonly requests: number | null; readonly people: number | null };

/** Below this a count says too much of single people (section 5). */
const leastShown = 11;

/** The counts that are public from the close on, so that a stuffed pool shows; in the order of the ports given. */
export function countsByPort(requests: readonly PoolRequest[], ports: readonly string[]): readonly PortCounts[] {
  return ports.map((port) => {
    const asking = requests.filter((request) => request.ports.includes(port));
    const people = asking.reduce((sum, request) => sum + request.size, 0);
    return { port, requests: shown(asking.length), people: shown(people) };
  });
}

function shown(count: number): number | null {
  return count < leastShown ? null : count;
}
