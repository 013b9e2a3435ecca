import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shippedPolicies } from '#core/policy/policies.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Seen } from '../../scripts/witness/at-hand.ts';
import { makeWitness, openWitness, type Witness } from '../../scripts/witness/folder.ts';
import type { Operator } from '../../scripts/witness/operator.ts';
import { pass } from '../../scripts/witness/pass.ts';
import type { DrawOperator } from './draw-operator.ts';

export function scratchFolder(): string {
  return mkdtempSync(join(tmpdir(), 'witness-'));
}

/** A witness's folder, opened as by a program that has just been started. */
export function openedWitness(folder: string): Witness {
  const opened = openWitness(folder);
  if (!opened.ok) throw new Error(`${opened.error.kind} ${opened.error.folder}`);
  return opened.value;
}

/** Makes a witness in `folder/name` that joins the operator's next season; gives its trustees' files. */
export async function joinedWitness(
  operator: DrawOperator,
  folder: string,
  wished: { readonly name: string; readonly length: number },
): Promise<readonly string[]> {
  const { name, length } = wished;
  const made = await makeWitness(join(folder, name), { name, length, trustees: 3, threshold: 2 });
  if (!made.ok) throw new Error(made.error.kind);
  const { key, tip, threshold, trustees } = openedWitness(join(folder, name)).deposit;
  const joined = await operator.seenBy(name).join({ name, key, tip, length, escrow: { threshold, trustees } });
  if (!joined.ok) throw new Error(joined.error.kind);
  return made.value;
}

type Moment = {
  readonly now: number;
  readonly openAt?: ReadonlyMap<string, Instant>;
  readonly sentResults?: ReadonlySet<string>;
};

/** One look at the operator. */
export function lookOnce(witness: Witness, operator: Operator, moment: Moment): Promise<Seen> {
  const { now, openAt = new Map<string, Instant>(), sentResults = new Set<string>() } = moment;
  return pass(witness, operator, { policies: shippedPolicies, now: now as Instant, openAt, sentResults });
}
