import type { Capacity } from './capacity.ts';
import { isDecimal, isHex32, isPortCode } from './forms.ts';
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
  | PortsErrorKind;

type PortsErrorKind = 'pool-port-code' | 'pool-port-twice' | 'pool-too-many-ports' | 'pool-unknown-port';

/** What a line has to agree with: the capacity's ports and largest group, the announcement's number of bounds. */
export type PoolRules = { readonly capacity: Pick<Capacity, 'maxGroup' | 'ports'>; readonly bounds: number };

const maxPorts = 3;

export function parsePool(text: string, rules: PoolRules): Result<readonly PoolRequest[], PoolError> {
  const lines = poolLines(text);
  if (!text.endsWith('\n') && text !== '') return err({ kind: 'pool-no-last-newline', line: lines.length });
  const known = new Set(rules.capacity.ports.map(({ port }) => port));
  // A million lines name the same few hundred lists of ports: each list is read once.
  const portsByField = new Map<string, readonly string[]>();
  const requests: PoolRequest[] = [];

  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    const [id, size, band, field, ...more] = text.split('\t');
    if (id === undefined || size === undefined || band === undefined || field === undefined || more.length > 0) {
      return err({ kind: 'pool-fields', line });
    }
    if (!isHex32(id)) return err({ kind: 'pool-id', line });
    const before = requests.at(-1)?.id ?? '';
    if (id === before) return err({ kind: 'pool-id-twice', line });
    if (id < before) return err({ kind: 'pool-unsorted', line });
    if (!isDecimal(size)) return err({ kind: 'pool-size-not-decimal', line });
    if (size === '0') return err({ kind: 'pool-size-zero', line });
    if (Number(size) > rules.capacity.maxGroup) return err({ kind: 'pool-size-over-max-group', line });
    if (!isDecimal(band)) return err({ kind: 'pool-band-not-decimal', line });
    if (Number(band) > rules.bounds) return err({ kind: 'pool-band-not-announced', line });
    let ports = portsByField.get(field);
    if (ports === undefined) {
      const read = parsePorts(field, known);
      if (!read.ok) return err({ kind: read.error.kind, line });
      ports = read.value;
      portsByField.set(field, ports);
    }
    requests.push({ id, size: Number(size), band: Number(band), ports });
  }
  return ok(requests);
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

function parsePorts(
  field: string,
  known: ReadonlySet<string>,
): Result<readonly string[], { readonly kind: PortsErrorKind }> {
  const ports = field.split(',');
  if (!ports.every(isPortCode)) return err({ kind: 'pool-port-code' });
  if (ports.length > maxPorts) return err({ kind: 'pool-too-many-ports' });
  if (new Set(ports).size < ports.length) return err({ kind: 'pool-port-twice' });
  if (!ports.every((port) => known.has(port))) return err({ kind: 'pool-unknown-port' });
  return ok(ports);
}
