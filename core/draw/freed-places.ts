import { appendFreed, type FreedLine, type FreedStep, nobody, writeFreed } from './freed-log.ts';
import { type Hash, nobleHash } from './hash.ts';
import type { PoolRequest } from './pool.ts';

/** A request that the draw gave nothing, in ticket order. */
export type Unplaced = Pick<PoolRequest, 'id' | 'size' | 'ports'>;

/** What the log so far comes to: people's places free by port, below zero where a group took more; ports shut. */
export type FreedState = {
  readonly free: ReadonlyMap<string, number>;
  readonly shut: ReadonlySet<string>;
  /** Passed over or given a place: never in line again. */
  readonly passed: ReadonlySet<string>;
};

export function stateOfFreed(log: readonly FreedStep[]): FreedState {
  const free = new Map<string, number>();
  const shut = new Set<string>();
  const passed = new Set<string>();
  for (const { act, port, id, size } of log) {
    if (act === 'free') free.set(port, (free.get(port) ?? 0) + size);
    if (act === 'free') shut.delete(port);
    if (act === 'give') free.set(port, (free.get(port) ?? 0) - size);
    if (act === 'give' || act === 'gone') passed.add(id);
    if (act === 'shut') shut.add(port);
  }
  return { free, shut, passed };
}

/** The ports at which somebody can be given a place now, sorted. */
export function openPorts({ free, shut }: FreedState): readonly string[] {
  return [...free].flatMap(([port, people]) => (people >= 1 && !shut.has(port) ? [port] : [])).sort();
}

/**
 * Whose turn it is, and at which port: the foremost in ticket order who was not passed and lists a port with a free
 * place; of such ports, the first on her own list. Null while no place is free, or nobody is left. So each port goes to
 * the next in line who lists it, and nobody gets her second wish while her first is free.
 */
export function nextInLine(
  unplaced: readonly Unplaced[],
  state: FreedState,
): { readonly request: Unplaced; readonly port: string } | null {
  const open = new Set(openPorts(state));
  if (open.size === 0) return null;
  for (const request of unplaced) {
    const port = state.passed.has(request.id) ? undefined : request.ports.find((one) => open.has(one));
    if (port !== undefined) return { request, port };
  }
  return null;
}

/** `expected` is what the rule gives, `found` what the log says. */
export type FreedDifference = { readonly line: number; readonly expected: string; readonly found: string };

export type DrawnFile = {
  /** All requests of the pool. */
  readonly requests: Iterable<PoolRequest>;
  /** `result.tsv`. */
  readonly result: string;
  readonly resultHash: string;
};

/**
 * Recomputes the log from the draw's own files: who freed a place had it, each goes to the one whose turn it is, and
 * each link follows. What a stranger can't see, whether somebody still waits or a slot has room, the log itself says,
 * and whoever was passed over can object. Undefined where all is right.
 */
export function firstFreedDifference(
  draw: DrawnFile,
  log: readonly FreedLine[],
  hash: Hash = nobleHash,
): FreedDifference | undefined {
  const byId = new Map(Array.from(draw.requests, (request) => [request.id, request]));
  const { unplaced, held } = readResult(draw.result, byId);
  const before: FreedLine[] = [];
  for (const line of log) {
    const step = expectedStep(line, { byId, unplaced, held, state: stateOfFreed(before) });
    const expected = step && appendFreed(before.at(-1) ?? null, step, { resultHash: draw.resultHash, hash });
    const [right, found] = [expected ? writeFreed([expected]).trimEnd() : 'no such line', writeFreed([line]).trimEnd()];
    if (right !== found) return { line: line.n, expected: right, found };
    if (line.act === 'free') held.delete(line.id);
    if (line.act === 'give') held.set(line.id, line.port);
    before.push(line);
  }
  return undefined;
}

type Known = {
  readonly byId: ReadonlyMap<string, PoolRequest>;
  readonly unplaced: readonly Unplaced[];
  /** Who holds a place, and at which port. */
  readonly held: ReadonlyMap<string, string>;
  readonly state: FreedState;
};

/** The line as it has to be, but for what only the log knows: its reason, and whether she still waits. */
function expectedStep({ act, why, id, port }: FreedLine, known: Known): FreedStep | null {
  if (act === 'shut') {
    return openPorts(known.state).includes(port) ? { act, why, port, id: nobody, size: 0 } : null;
  }
  if (act === 'free') {
    const heldAt = known.held.get(id);
    return heldAt === undefined ? null : { act, why, id, port: heldAt, size: known.byId.get(id)?.size ?? 0 };
  }
  const turn = nextInLine(known.unplaced, known.state);
  return turn && { act, why, id: turn.request.id, port: turn.port, size: turn.request.size };
}

function readResult(result: string, byId: ReadonlyMap<string, PoolRequest>) {
  const unplaced: Unplaced[] = [];
  const held = new Map<string, string>();
  for (const line of result.split('\n')) {
    const [, id = '', outcome = ''] = line.split('\t');
    const request = byId.get(id);
    if (!request) continue;
    if (outcome === '-') unplaced.push(request);
    else held.set(id, outcome.split(' ')[0] ?? '');
  }
  return { unplaced, held };
}
