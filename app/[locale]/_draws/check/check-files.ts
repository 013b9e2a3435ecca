import { type Hash, nobleHash, toHex } from '#core/draw/hash.ts';
import type { Files } from '#scripts/verify-draw/published.ts';
import { notByDrand, notSigned, recompute } from '#scripts/verify-draw/recompute.ts';
import { type Finding, reportOf } from '#scripts/verify-draw/report.ts';
import { firstBroken } from '#scripts/verify-draw/web-signature.ts';

/** `unknown`: this browser can't check signatures. */
export type Verdict = {
  readonly finding:
    | Exclude<Finding, { verdict: 'malformed' }>
    | { readonly verdict: 'malformed'; readonly text: string };
  readonly signatures: 'none' | 'right' | 'unknown';
  readonly parties: readonly { readonly name: string; readonly key: string }[];
};

/** From 0 to 1. */
export type Tell = (share: number) => void;

/** The program's verifier, with the core's own hash and the browser's Ed25519. */
export async function checkFiles(files: Files, tell: Tell): Promise<Verdict> {
  const { finding: found, signed, drand } = recompute(files, telling(files.get('pool.tsv'), tell));
  const finding = notByDrand(drand) ?? found;
  const broken = await firstBroken(signed);
  const parties = [...new Map(signed.map(({ party, key }) => [party, toHex(key)]))];
  const right = finding.verdict === 'same' && broken !== 'unknown' && broken ? notSigned(broken) : finding;
  return {
    finding: right.verdict === 'malformed' ? { verdict: 'malformed', text: reportOf(right).text.trim() } : right,
    signatures: signed.length === 0 ? 'none' : broken === 'unknown' ? 'unknown' : 'right',
    parties: parties.map(([name, key]) => ({ name, key })),
  };
}

/** Of each request, two hashes of the tree and one of the ticket: nearly all of the work. */
const hashesEach = 3;
const steps = 100;
const newline = 0x0a;

/** The draw tells nothing of how far it is, but each hash that it asks for is a step. */
function telling(pool: Uint8Array | undefined, tell: Tell): Hash {
  const all = hashesEach * (pool?.reduce((lines, byte) => lines + (byte === newline ? 1 : 0), 0) ?? 0);
  let done = 0;
  let next = all / steps;
  const step = () => {
    done += 1;
    if (done < next || done >= all) return;
    next += all / steps;
    tell(done / all);
  };
  return {
    ...nobleHash,
    sha256(bytes) {
      step();
      return nobleHash.sha256(bytes);
    },
    hmacSha256(key, bytes) {
      step();
      return nobleHash.hmacSha256(key, bytes);
    },
  };
}
