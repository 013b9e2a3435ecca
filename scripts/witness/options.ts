import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#core/draw/result.ts';
import type { Policy } from '#core/policy/policy.ts';
import { readPolicies } from '#core/policy/read-policies.ts';
import { mostTrustees } from './escrow.ts';

/** What a command is given; `operator` is an origin. */
export type Options = {
  readonly folder: string;
  readonly name: string;
  readonly operator: string | null;
  readonly days: number;
  readonly trustees: number;
  readonly threshold: number;
  readonly draw: number;
  /** The share of the key in the place of a draw's. */
  readonly key: boolean;
  readonly every: number;
  readonly once: boolean;
  /** Null: those that the operator publishes. */
  readonly policies: readonly Policy[] | null;
  readonly files: readonly string[];
};

type Wrong = { readonly kind: 'wrong-option'; readonly option: string; readonly expected: string };

export function readOptions(args: readonly string[]): Result<Options, Wrong> {
  const parsed = parse(args);
  if (!parsed) return wrong('options', 'those that are named below');
  const { values, positionals: files } = parsed;
  const { operator } = values;
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(values.name)) return wrong('--name', 'small letters, digits and hyphens');
  if (operator !== undefined && !isSafe(operator))
    return wrong('--operator', 'an https address without a path, such as https://puente.example');
  const numbers = { days: values.days, trustees: values.trustees, threshold: values.threshold, draw: values.draw };
  for (const [option, text] of Object.entries({ ...numbers, every: values.every })) {
    if (!/^[1-9]\d{0,5}$/.test(text)) return wrong(`--${option}`, 'a number of at least 1');
  }
  const [trustees, threshold] = [Number(values.trustees), Number(values.threshold)];
  if (threshold < 2 || threshold > trustees || trustees > mostTrustees)
    return wrong('--threshold', `2 or more, and no more than --trustees, which is ${mostTrustees} at most`);
  const policies = values.policies === undefined ? ok(null) : policiesIn(values.policies);
  if (!policies.ok) return policies;
  return ok({
    folder: values.folder,
    name: values.name,
    operator: operator === undefined ? null : new URL(operator).origin,
    days: Number(values.days),
    trustees,
    threshold,
    draw: Number(values.draw),
    key: values.key,
    every: Number(values.every),
    once: values.once,
    policies: policies.value,
    files,
  });
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        folder: { type: 'string', default: 'witness' },
        name: { type: 'string', default: 'witness' },
        operator: { type: 'string' },
        days: { type: 'string', default: '1000' },
        trustees: { type: 'string', default: '3' },
        threshold: { type: 'string', default: '2' },
        draw: { type: 'string', default: '1' },
        key: { type: 'boolean', default: false },
        every: { type: 'string', default: '30' },
        once: { type: 'boolean', default: false },
        policies: { type: 'string' },
      },
    });
  } catch {
    return null;
  }
}

/** Who listens on the way would read the pool, which is not public yet. */
function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, pathname } = new URL(address);
  const isHere = protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return pathname === '/' && (protocol === 'https:' || isHere);
}

/** A list that somebody has read and found right, in the place of what the operator publishes. */
function policiesIn(file: string): Result<readonly Policy[], Wrong> {
  try {
    const read = readPolicies(JSON.parse(readFileSync(file, 'utf8')));
    return read.ok ? read : wrong('--policies', `a list of policies: ${read.error.key} ${read.error.what}`);
  } catch {
    return wrong('--policies', 'a JSON file');
  }
}

function wrong(option: string, expected: string): Result<never, Wrong> {
  return err({ kind: 'wrong-option', option, expected });
}
