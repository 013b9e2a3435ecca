import { tipBelow } from './chain.ts';
import { isHex32 } from './forms.ts';
import { fromHex, type Hash, nobleHash, toHex, utf8 } from './hash.ts';
import type { Inputs, InputTexts } from './inputs.ts';
import { merkleRoot } from './merkle-tree.ts';
import { err, ok, type Result } from './result.ts';

/** What is opened after the announcement: hex, the reveals in the order of the announcement's parties. */
export type PublicOpenings = {
  readonly reveals: readonly string[];
  readonly drandSignature: string | null;
  /** Witnesses and auditors get it, the public doesn't: null. */
  readonly slotKey: string | null;
};

/** With the slot key. */
export type Openings = PublicOpenings & { readonly slotKey: string };

/** `expected` follows from what is there, `found` stands in the announcement. */
export type CommitmentDifference = {
  readonly kind: 'capacity-hash-differs' | 'pool-root-differs' | 'tip-differs' | 'slot-key-hash-differs';
  readonly at: string;
  readonly expected: string;
  readonly found: string;
};

/** A draw without all of its reveals is no draw (section 2.3). */
export type OpeningError =
  | { readonly kind: 'reveals-count'; readonly parties: number; readonly reveals: number }
  | { readonly kind: 'reveal-form'; readonly at: string }
  | { readonly kind: 'slot-key-form' | 'drand-signature-form' }
  | { readonly kind: 'drand-signature-missing' | 'drand-signature-not-announced' };

/** That all openings are there and have their form. */
export function checkOpenings({ announcement }: Inputs, openings: PublicOpenings): Result<null, OpeningError> {
  const { reveals, drandSignature, slotKey } = openings;
  const { parties, drandRound } = announcement;
  if (reveals.length !== parties.length) {
    return err({ kind: 'reveals-count', parties: parties.length, reveals: reveals.length });
  }
  const broken = reveals.findIndex((reveal) => !isHex32(reveal));
  if (broken >= 0) return err({ kind: 'reveal-form', at: `reveals[${broken}]` });
  if (slotKey !== null && !isHex32(slotKey)) return err({ kind: 'slot-key-form' });
  if (drandSignature === null) return drandRound === null ? ok(null) : err({ kind: 'drand-signature-missing' });
  if (drandRound === null) return err({ kind: 'drand-signature-not-announced' });
  return /^([0-9a-f]{2})+$/.test(drandSignature) ? ok(null) : err({ kind: 'drand-signature-form' });
}

/** That pool, capacity, reveals and slot key are those that were announced. */
export function checkCommitments(
  { texts, inputs, openings }: { texts: InputTexts; inputs: Inputs; openings: PublicOpenings },
  hash: Hash = nobleHash,
): Result<null, CommitmentDifference> {
  const { announcement } = inputs;
  const capacityHash = toHex(hash.sha256(utf8(texts.capacity)));
  if (capacityHash !== announcement.capacityHash) {
    const { capacityHash: found } = announcement;
    return err({ kind: 'capacity-hash-differs', at: 'capacityHash', expected: capacityHash, found });
  }
  const poolRoot = merkleRoot(inputs.requests.lines, hash);
  if (poolRoot !== announcement.poolRoot) {
    return err({ kind: 'pool-root-differs', at: 'poolRoot', expected: poolRoot, found: announcement.poolRoot });
  }
  for (const [index, { tip }] of announcement.parties.entries()) {
    const expected = tipBelow(openings.reveals[index] ?? '', 1, hash);
    if (expected !== tip) return err({ kind: 'tip-differs', at: `parties[${index}].tip`, expected, found: tip });
  }
  if (openings.slotKey === null) return ok(null);
  const slotKeyHash = toHex(hash.sha256(fromHex(openings.slotKey)));
  if (slotKeyHash !== announcement.slotKeyHash) {
    const { slotKeyHash: found } = announcement;
    return err({ kind: 'slot-key-hash-differs', at: 'slotKeyHash', expected: slotKeyHash, found });
  }
  return ok(null);
}
