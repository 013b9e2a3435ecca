import { combine, split } from 'shamir-secret-sharing';
import { type Chain, chainSecret, tipBelow } from '#core/draw/chain.ts';
import { isDecimal, isHex, isHex32 } from '#core/draw/forms.ts';
import { fromHex, toHex } from '#core/draw/hash.ts';
import { err, ok, type Result } from '#core/draw/result.ts';
import { nodeHash } from '../verify-draw/node-hash.ts';
import { signingKey } from './keys.ts';

/** Whose secrets these are. `tip` is s_0 of the chain, so that whoever holds a share can tell whether a secret is right. */
export type Deposit = {
  readonly name: string;
  readonly key: string;
  readonly tip: string;
  readonly length: number;
  readonly threshold: number;
  readonly trustees: number;
};

/**
 * What one trustee keeps. First line: form, name, key, tip, length, threshold, trustees, which of them. Then `key TAB share`
 * and `i TAB share` for each s_i, each secret shared by itself: what opens one opens no other.
 */
export type TrusteeFile = {
  readonly deposit: Deposit;
  readonly trustee: number;
  readonly shares: ReadonlyMap<string, string>;
};

export type EscrowError =
  | { readonly kind: 'share-file-form'; readonly file: number }
  | { readonly kind: 'shares-of-different-witnesses' }
  | { readonly kind: 'share-missing'; readonly trustee: number }
  | { readonly kind: 'too-few-trustees'; readonly needed: number; readonly found: number }
  | { readonly kind: 'shares-do-not-fit' };

const form = 'puente-escrow-1';
export const mostTrustees = 12;

/** A file for each trustee, as text. Shamir's scheme over GF(2^8): fewer files than the threshold tell nothing at all. */
export async function depositChain(deposit: Deposit, chain: Chain, seed: Uint8Array): Promise<readonly string[]> {
  const files = Array.from({ length: deposit.trustees }, (_, index) => [headOf(deposit, index + 1)]);
  async function share(name: string, secret: Uint8Array): Promise<void> {
    const shares = await split(new Uint8Array(secret), deposit.trustees, deposit.threshold);
    for (const [index, one] of shares.entries()) files[index]?.push(`${name}\t${toHex(one)}`);
  }
  await share('key', seed);
  for (let index = 1; index <= chain.length; index += 1) {
    const secret = chainSecret(chain, index, nodeHash);
    if (!secret.ok) throw new Error(`expected a chain of ${chain.length} to have link ${index}`);
    await share(String(index), secret.value);
  }
  return files.map((lines) => `${lines.join('\n')}\n`);
}

export function parseTrusteeFile(text: string): TrusteeFile | null {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const [first, name = '', key, tip, length = '', threshold = '', trustees = '', trustee = '', ...more] =
    head.split('\t');
  if (first !== form || more.length > 0 || !isHex32(key) || !isHex32(tip)) return null;
  if (![length, threshold, trustees, trustee].every(isDecimal)) return null;
  const shares = new Map<string, string>();
  for (const line of lines) {
    const [of = '', share, ...rest] = line.split('\t');
    if (rest.length > 0 || !isHex(share, 33) || !(of === 'key' || isDecimal(of)) || shares.has(of)) return null;
    shares.set(of, share);
  }
  const numbers = { length: Number(length), threshold: Number(threshold), trustees: Number(trustees) };
  if (numbers.threshold < 2 || numbers.trustees > mostTrustees) return null;
  return { deposit: { name, key, tip, ...numbers }, trustee: Number(trustee), shares };
}

/** What a trustee hands out, of one draw or of the key: her file without all other lines. Null where she has none of it. */
export function shareOf({ deposit, trustee, shares }: TrusteeFile, of: number | 'key'): string | null {
  const share = shares.get(String(of));
  return share === undefined ? null : `${headOf(deposit, trustee)}\n${of}\t${share}\n`;
}

/** s_i out of the files of enough trustees. It is proved by its hashes, down to s_0: a wrong share can't pass. */
export async function recoverSecret(texts: readonly string[], draw: number): Promise<Result<string, EscrowError>> {
  return recover(texts, String(draw), (secret, { tip }) => tipBelow(secret, draw, nodeHash) === tip);
}

/** The seed of the witness's signing key, proved by the public key. */
export async function recoverKey(texts: readonly string[]): Promise<Result<string, EscrowError>> {
  return recover(texts, 'key', (seed, { key }) => signingKey(fromHex(seed)).publicKey === key);
}

async function recover(
  texts: readonly string[],
  name: string,
  fits: (secret: string, deposit: Deposit) => boolean,
): Promise<Result<string, EscrowError>> {
  const files: TrusteeFile[] = [];
  for (const [index, text] of texts.entries()) {
    const file = parseTrusteeFile(text);
    if (!file) return err({ kind: 'share-file-form', file: index + 1 });
    files.push(file);
  }
  const [first] = files;
  if (!first) return err({ kind: 'too-few-trustees', needed: 2, found: 0 });
  if (files.some(({ deposit }) => headOf(deposit, 0) !== headOf(first.deposit, 0)))
    return err({ kind: 'shares-of-different-witnesses' });
  const shares = new Map<number, string>();
  for (const { trustee, shares: own } of files) {
    const share = own.get(name);
    if (share === undefined) return err({ kind: 'share-missing', trustee });
    shares.set(trustee, share);
  }
  const { threshold } = first.deposit;
  if (shares.size < threshold) return err({ kind: 'too-few-trustees', needed: threshold, found: shares.size });
  // Where more came than are needed, one that is broken doesn't spoil those that are right.
  for (const some of choose([...shares.values()], threshold)) {
    const secret = await combined(some);
    if (secret !== null && fits(secret, first.deposit)) return ok(secret);
  }
  return err({ kind: 'shares-do-not-fit' });
}

/** Null where the shares can't belong together: two of one trustee, say. */
async function combined(shares: readonly string[]): Promise<string | null> {
  if (new Set(shares.map((share) => share.slice(-2))).size < shares.length) return null;
  return toHex(await combine(shares.map((share) => new Uint8Array(fromHex(share)))));
}

function* choose<One>(from: readonly One[], count: number): Generator<readonly One[]> {
  if (count === 0) yield [];
  for (const [index, one] of from.entries()) {
    if (count > 0) for (const rest of choose(from.slice(index + 1), count - 1)) yield [one, ...rest];
  }
}

function headOf({ name, key, tip, length, threshold, trustees }: Deposit, trustee: number): string {
  return [form, name, key, tip, length, threshold, trustees, trustee].join('\t');
}
