import { shippedPolicies } from '#core/policy/policies.ts';
import type { Policy } from '#core/policy/policy.ts';
import { readPolicies } from '#core/policy/read-policies.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Witness } from './folder.ts';
import type { Operator } from './operator.ts';

/**
 * The rules that this witness goes by, with what the operator has published since it last looked: two people there publish
 * new ones without a word to anybody (docs/decisions/0051-rules-by-two-people.md).
 */
export async function learnPolicies(witness: Witness, operator: Operator, now: Instant): Promise<readonly Policy[]> {
  const kept = policiesIn(witness.policies());
  const published = policiesIn(await operator.policies());
  const known = published ? withLater(kept, published, now) : (kept ?? shippedPolicies);
  if (known.length > (kept?.length ?? 0)) witness.keepPolicies(JSON.stringify({ policies: known }));
  return known;
}

/**
 * What it knows stays as it was when it first saw it, whatever is published afterwards; another counts if it had not begun
 * by then. At the first look all count: whoever runs the witness can read them before.
 */
export function withLater(
  known: readonly Policy[] | null,
  published: readonly Policy[],
  now: Instant,
): readonly Policy[] {
  if (known === null) return published;
  const last = Math.max(now, ...known.map(beginOf));
  return [...known, ...published.filter((policy) => beginOf(policy) > last)];
}

const beginOf = ({ from }: Policy) => Date.parse(from);

/** Null where there are none that this program understands. */
function policiesIn(text: string | null): readonly Policy[] | null {
  try {
    const { policies } = JSON.parse(text ?? '{}') as { readonly policies?: unknown };
    const read = readPolicies(policies);
    return read.ok ? read.value : null;
  } catch {
    return null;
  }
}
