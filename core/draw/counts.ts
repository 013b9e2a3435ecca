import type { PoolRest } from './pool.ts';

/** How many requests and people name a port at any place of their list; null where fewer than eleven. */
export type PortCounts = { readonly port: string; readonly requests: number | null; readonly people: number | null };

/** Below this a count says too much of single people (section 5). */
const leastShown = 11;

/** The counts that are public from the close on, so that a stuffed pool shows; in the order of the ports given. */
export function countsByPort(requests: Iterable<PoolRest>, ports: readonly string[]): readonly PortCounts[] {
  const counts = new Map(ports.map((port) => [port, { requests: 0, people: 0 }]));
  for (const { size, ports: asked } of requests) {
    for (const port of asked) {
      const count = counts.get(port);
      if (!count) continue;
      count.requests += 1;
      count.people += size;
    }
  }
  return Array.from(counts, ([port, { requests: groups, people }]) => ({
    port,
    requests: shown(groups),
    people: shown(people),
  }));
}

function shown(count: number): number | null {
  return count < leastShown ? null : count;
}
