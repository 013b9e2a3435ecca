import { compareBytes, readHex } from './bytes.ts';
import type { Capacity } from './capacity.ts';
import { isDecimal, isPortCode } from './forms.ts';
import type { Leaves } from './merkle-tree.ts';
import { err, ok, type Result } from './result.ts';

/** One line of the pool (section 1). `id` is 64 hex, `size` people, `band` 0 for the oldest, `ports` as preferred. */
export type PoolRequest = {
  readonly id: string;
  readonly size: number;
  readonly band: number;
  readonly ports: readonly string[];
};

/** `line` counts from 1. */
export type PoolError = { readonly kind: PoolErrorKind; readonly line: number };

type PoolErrorKind =
  | 'pool-no-last-newline'
  | 'pool-fields'
  | 'pool-id'
  | 'pool-id-twice'
  | 'pool-unsorted'
  | 'pool-size-not-decimal'
  | 'pool-size-zero'
  | 'pool-size-over-max-group'
  | 'pool-band-not-decimal'
  | 'pool-band-not-announced'
  | 'pool-port-code'
  | 'pool-port-twice'
  | 'pool-too-many-ports'
  | 'pool-unknown-port';

/** What a line has to agree with: the capacity's ports and largest group, the announcement's number of bounds. */
export type PoolRules = { readonly capacity: Pick<Capacity, 'maxGroup' | 'ports'>; readonly bounds: number };

export const maxPorts = 3;
const idLength = 64;

/** What stands behind a line's id. A million lines share some ten thousand of them. */
export type PoolRest = Omit<PoolRequest, 'id'>;

/** The requests of a pool, in its order. Their ids stay in the text: a million strings would double the memory. */
export class Pool implements Iterable<PoolRequest> {
  readonly length: number;
  readonly #text: string;
  /** Where each line begins. */
  readonly #begins: Uint32Array;
  readonly #rests: readonly PoolRest[];

  constructor(text: string, begins: Uint32Array, rests: readonly PoolRest[]) {
    this.length = rests.length;
    this.#text = text;
    this.#begins = begins;
    this.#rests = rests;
  }

  idAt(index: number): string {
    const begin = this.#begins[index] ?? 0;
    return this.#text.slice(begin, begin + idLength);
  }

  restAt(index: number): PoolRest {
    const rest = this.#rests[index];
    if (rest === undefined) throw new RangeError(`expected an index below ${this.length}, found ${index}`);
    return rest;
  }

  /** All requests but for their ids. */
  get rests(): readonly PoolRest[] {
    return this.#rests;
  }

  /** The id's 32 raw bytes, into `bytes`. */
  readId(index: number, bytes: Uint8Array): void {
    readHex(this.#text, this.#begins[index] ?? 0, bytes);
  }

  /** What the pool's tree is over. */
  get lines(): Leaves {
    const endOf = (index: number): number => (this.#begins[index + 1] ?? this.#text.length) - 1;
    return { length: this.length, at: (index) => this.#text.slice(this.#begins[index], endOf(index)) };
  }

  *[Symbol.iterator](): Iterator<PoolRequest> {
    for (const [index, rest] of this.#rests.entries()) yield { id: this.idAt(index), ...rest };
  }
}

export function parsePool(text: string, rules: PoolRules): Result<Pool, PoolError> {
  const count = countLines(text);
  if (!text.endsWith('\n') && text !== '') return err({ kind: 'pool-no-last-newline', line: count + 1 });
  const knownPorts = new Set(rules.capacity.ports.map(({ port }) => port));
  const known = new Map<string, PoolRest>();
  const begins = new Uint32Array(count);
  const rests: PoolRest[] = [];
  const id = new Uint8Array(idLength / 2);
  const before = new Uint8Array(idLength / 2);
  let begin = 0;

  for (let line = 1; line <= count; line += 1) {
    const end = text.indexOf('\n', begin);
    const idEnd = text.indexOf('\t', begin);
    if (idEnd < 0 || idEnd > end) return err({ kind: 'pool-fields', line });
    const field = text.slice(idEnd + 1, end);
    let rest = known.get(field);
    if (rest === undefined) {
      const read = parseRest(field, { ...rules, knownPorts });
      if (!read.ok) return err({ kind: read.error.kind, line });
      rest = read.value;
      known.set(field, rest);
    }
    if (idEnd - begin !== idLength || !readHex(text, begin, id)) return err({ kind: 'pool-id', line });
    const order = line === 1 ? 1 : compareBytes(id, before);
    if (order <= 0) return err({ kind: order === 0 ? 'pool-id-twice' : 'pool-unsorted', line });
    begins[line - 1] = begin;
    rests.push(rest);
    before.set(id);
    begin = end + 1;
  }
  return ok(new Pool(text, begins, rests));
}

/** The pool's lines without their `\n`: the leaves of its tree. */
export function poolLines(text: string): readonly string[] {
  if (text === '') return [];
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
}

/** The pool's bytes as text, sorted by id. Checked where it is read: `announce` refuses what breaks a rule. */
export function writePool(requests: readonly PoolRequest[]): string {
  const sorted = [...requests].sort((a, b) => (a.id < b.id ? -1 : 1));
  return sorted.map((request) => `${poolLine(request)}\n`).join('');
}

/** A person's own line, as she gets it with its audit path (section 6). */
export function poolLine({ id, size, band, ports }: PoolRequest): string {
  return `${id}\t${size}\t${band}\t${ports.join(',')}`;
}

function countLines(text: string): number {
  let count = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) count += 1;
  return count;
}

type RestErrorKind = Exclude<PoolErrorKind, 'pool-no-last-newline' | 'pool-id' | 'pool-id-twice' | 'pool-unsorted'>;

function parseRest(
  text: string,
  { capacity, bounds, knownPorts }: PoolRules & { readonly knownPorts: ReadonlySet<string> },
): Result<PoolRest, { readonly kind: RestErrorKind }> {
  const [size = '', band, field, ...more] = text.split('\t');
  if (band === undefined || field === undefined || more.length > 0) return err({ kind: 'pool-fields' });
  if (!isDecimal(size)) return err({ kind: 'pool-size-not-decimal' });
  if (size === '0') return err({ kind: 'pool-size-zero' });
  if (Number(size) > capacity.maxGroup) return err({ kind: 'pool-size-over-max-group' });
  if (!isDecimal(band)) return err({ kind: 'pool-band-not-decimal' });
  if (Number(band) > bounds) return err({ kind: 'pool-band-not-announced' });
  const ports = field.split(',');
  if (!ports.every(isPortCode)) return err({ kind: 'pool-port-code' });
  if (ports.length > maxPorts) return err({ kind: 'pool-too-many-ports' });
  if (new Set(ports).size < ports.length) return err({ kind: 'pool-port-twice' });
  if (!ports.every((port) => knownPorts.has(port))) return err({ kind: 'pool-unknown-port' });
  return ok({ size: Number(size), band: Number(band), ports });
}
