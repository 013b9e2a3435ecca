import { nobleHash, utf8 } from '#core/draw/hash.ts';
import { notSigned, recompute } from '#scripts/verify-draw/recompute.ts';
import { type Finding, reportOf } from '#scripts/verify-draw/report.ts';
import { firstBroken } from '#scripts/verify-draw/web-signature.ts';

/** Where a cheat shows: in a file's own names, for those who want to know. */
export type Evidence = { readonly at: string; readonly expected: string; readonly found: string };

/** `through`: nobody can see it. `unknown`: this browser can't check the signatures that would show it. */
export type Attempt =
  | { readonly outcome: 'caught'; readonly evidence: Evidence }
  | { readonly outcome: 'through' | 'unknown' };

/** What the verifier says of these files: the very code that checks real ones. */
export async function verdictOn(files: ReadonlyMap<string, string>): Promise<Attempt> {
  const { finding, signed } = recompute(new Map([...files].map(([name, text]) => [name, utf8(text)])), nobleHash);
  const broken = await firstBroken(signed);
  if (broken === 'unknown') return { outcome: 'unknown' };
  return attemptOf(broken ? notSigned(broken) : finding);
}

function attemptOf(finding: Finding): Attempt {
  switch (finding.verdict) {
    case 'same':
      return { outcome: 'through' };
    case 'differs': {
      const { at, expected, found } = finding;
      return { outcome: 'caught', evidence: { at, expected, found } };
    }
    case 'malformed': {
      const found = reportOf(finding).text.trim();
      return { outcome: 'caught', evidence: { at: finding.error.kind, expected: '', found } };
    }
  }
}
