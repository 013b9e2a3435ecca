import { type Capacity, placesOf } from '#core/draw/capacity.ts';
import type { PoolRest } from '#core/draw/pool.ts';

/** What supervisors look at before a draw; `byPort`: who names the port at any place of her list, and its places. */
export type PoolPreview = {
  readonly requests: number;
  readonly people: number;
  readonly byPort: readonly {
    readonly port: string;
    readonly requests: number;
    readonly people: number;
    readonly places: number;
  }[];
};

/** Counts in full, unlike those that are public: whoever has to notice a stuffed pool must see small numbers, too. */
export function previewOf(requests: Iterable<PoolRest>, capacity: Pick<Capacity, 'ports'>): PoolPreview {
  const sum = { requests: 0, people: 0 };
  const byPort = new Map(
    capacity.ports.map((port) => [port.port, { port: port.port, requests: 0, people: 0, places: placesOf(port) }]),
  );
  for (const { size, ports } of requests) {
    sum.requests += 1;
    sum.people += size;
    for (const port of ports) {
      const count = byPort.get(port);
      if (!count) throw new Error(`expected ${port} in the capacity of the pool, found it missing`);
      count.requests += 1;
      count.people += size;
    }
  }
  return { ...sum, byPort: [...byPort.values()] };
}
