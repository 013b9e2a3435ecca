import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Chain, chainSecret } from '#core/draw/chain.ts';
import { fromHex, toHex } from '#core/draw/hash.ts';
import { err, ok, type Result } from '#core/draw/result.ts';
import { nodeHash } from '../verify-draw/node-hash.ts';
import { makeFolder, writeNew, writeOver } from './durable.ts';
import { type Deposit, depositChain } from './escrow.ts';
import { type SigningKey, signingKey } from './keys.ts';
import { openSignedLog, type SignedLog } from './signed-log.ts';

/** All that a witness has on its disk. */
export type Witness = {
  readonly deposit: Deposit;
  readonly key: SigningKey;
  /** Null for one that came back from escrow: its trustees open each secret. */
  readonly chain: Chain | null;
  readonly log: SignedLog;
  /** `season.json` as it was at the first draw, or null before it. */
  readonly season: () => string | null;
  readonly keepSeason: (text: string) => void;
  /** `policies.json` as it was learnt, or null before the first look. */
  readonly policies: () => string | null;
  readonly keepPolicies: (text: string) => void;
};

export type FolderError =
  | { readonly kind: 'folder-not-empty'; readonly folder: string }
  | { readonly kind: 'folder-not-of-a-witness'; readonly folder: string };

const names = {
  witness: 'witness.json',
  key: 'signing-key.hex',
  chain: 'last-secret.hex',
  log: 'signed.tsv',
  season: 'season.json',
  policies: 'policies.json',
  trustees: 'for-trustees',
} as const;

/** A new witness: its key, its chain, and a file for each trustee. `witness.json` comes last: without it there is none. */
export async function makeWitness(
  folder: string,
  wished: Pick<Deposit, 'name' | 'length' | 'threshold' | 'trustees'>,
): Promise<Result<readonly string[], FolderError>> {
  if (!makeFolder(folder)) return err({ kind: 'folder-not-empty', folder });
  const chain = { last: new Uint8Array(randomBytes(32)), length: wished.length };
  const key = signingKey(randomBytes(32));
  const first = chainSecret(chain, 0, nodeHash);
  if (!first.ok) throw new Error('expected a chain to have a first link');
  const deposit = { ...wished, key: key.publicKey, tip: toHex(first.value) };
  mkdirSync(join(folder, names.trustees), { mode: 0o700 });
  const files: string[] = [];
  for (const [index, text] of (await depositChain(deposit, chain, key.seed)).entries()) {
    const file = join(folder, names.trustees, `trustee-${index + 1}.tsv`);
    writeNew(file, text);
    files.push(file);
  }
  writeNew(join(folder, names.chain), toHex(chain.last));
  keepIdentity(folder, deposit, key.seed);
  return ok(files);
}

/** A witness that was lost, on a new machine: with its key, and without its secrets. */
export function restoreWitness(folder: string, deposit: Deposit, seed: Uint8Array): Result<null, FolderError> {
  if (!makeFolder(folder)) return err({ kind: 'folder-not-empty', folder });
  keepIdentity(folder, deposit, seed);
  return ok(null);
}

function keepIdentity(folder: string, deposit: Deposit, seed: Uint8Array): void {
  writeNew(join(folder, names.key), toHex(seed));
  writeNew(join(folder, names.witness), `${JSON.stringify(deposit, null, 2)}\n`);
}

export function openWitness(folder: string): Result<Witness, FolderError> {
  const read = (name: string) => {
    const file = join(folder, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  };
  const [text, seed, last] = [read(names.witness), read(names.key), read(names.chain)];
  if (text === null || seed === null) return err({ kind: 'folder-not-of-a-witness', folder });
  const deposit = JSON.parse(text) as Deposit;
  return ok({
    deposit,
    key: signingKey(fromHex(seed)),
    chain: last === null ? null : { last: fromHex(last), length: deposit.length },
    log: openSignedLog(join(folder, names.log)),
    season: () => read(names.season),
    keepSeason: (season) => {
      if (read(names.season) === null) writeNew(join(folder, names.season), season);
    },
    policies: () => read(names.policies),
    keepPolicies: (policies) => writeOver(join(folder, names.policies), policies),
  });
}
