import type { PortCode } from '#core/ids.ts';
import type { FieldProblem } from '#core/problem/kinds.ts';
import { err, ok, type Result } from '#core/result.ts';

/** The form's fields, in order of preference. */
export const portFields = ['port1', 'port2', 'port3'] as const;

/**
 * One to three ports in order of preference out of `port1`, `port2`, `port3`. A gap is closed up (`port1`, `port3` are a
 * first and a second wish), but somebody has to be first: without `port1` it is `missing`. Other field kinds:
 * `wrong-type`, `not-in-list`, `port-named-twice` (at the later one).
 */
export function checkPorts(
  fields: Readonly<Record<string, unknown>>,
  known: readonly PortCode[],
): Result<readonly PortCode[], { readonly kind: 'fields'; readonly fields: readonly FieldProblem[] }> {
  const problems: FieldProblem[] = [];
  const chosen: PortCode[] = [];
  for (const field of portFields) {
    const raw = Object.hasOwn(fields, field) ? (fields[field] ?? '') : '';
    const port = known.find((code) => code === raw);
    if (typeof raw !== 'string') problems.push({ field, kind: 'wrong-type' });
    else if (raw === '' && field === 'port1') problems.push({ field, kind: 'missing' });
    else if (raw === '') continue;
    else if (!port) problems.push({ field, kind: 'not-in-list' });
    else if (chosen.includes(port)) problems.push({ field, kind: 'port-named-twice' });
    else chosen.push(port);
  }
  return problems.length > 0 ? err({ kind: 'fields', fields: problems }) : ok(chosen);
}
