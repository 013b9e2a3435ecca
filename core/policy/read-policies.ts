import { z } from 'zod';
import { err, ok, type Result } from '#core/result.ts';
import { parseInstant } from '#core/time/rfc3339.ts';
import { type Policy, policySchema } from './policy.ts';

export type WrongPolicies = {
  readonly kind: 'wrong-policies';
  /** Where, such as `[1].questions.sex`; empty for the list itself. */
  readonly key: string;
  readonly what: string;
};

const schema = z
  .array(policySchema)
  .min(1)
  .superRefine((policies, context) => {
    for (const [index, { name, from }] of policies.entries()) {
      const before = policies.slice(0, index);
      if (before.some((other) => other.name === name))
        context.addIssue({ code: 'custom', path: [index, 'name'], message: 'expected a name of its own' });
      if (before.some((other) => (parseInstant(other.from) ?? 0) >= (parseInstant(from) ?? 0)))
        context.addIssue({ code: 'custom', path: [index, 'from'], message: 'expected a later instant than before it' });
    }
  });

/** An operator's own list, oldest first, from JSON. Kind: `wrong-policies`, the first thing that is wrong and where. */
export function readPolicies(from: unknown): Result<readonly Policy[], WrongPolicies> {
  const read = schema.safeParse(from);
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  const path = issue?.path ?? [];
  const key = path.map((part, index) =>
    typeof part === 'number' ? `[${part}]` : `${index ? '.' : ''}${String(part)}`,
  );
  return err({ kind: 'wrong-policies', key: key.join(''), what: issue?.message ?? 'expected policies' });
}
