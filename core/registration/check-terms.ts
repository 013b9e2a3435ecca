import type { FieldProblem } from '#core/problem/kinds.ts';
import type { Answers } from './answers.ts';
import { type Fields, isTicked, readText } from './field.ts';

/**
 * Accepting the terms: the box `accept`, and `termsVersion` with `termsSha256` of the text that was shown, which must be
 * those of now. Both kinds are told at the box, the only field that a person sees: `must-be-accepted`, `terms-changed`
 * (also where the form doesn't say which text it showed); `wrong-type`.
 */
export function checkTerms(
  fields: Fields,
  current: { readonly version: string; readonly sha256: string },
): { readonly answers: Partial<Answers>; readonly problems: readonly FieldProblem[] } {
  const accept = readText(fields, 'accept');
  const version = readText(fields, 'termsVersion');
  const sha256 = readText(fields, 'termsSha256');
  if (!accept.ok) return problem(accept.error.kind);
  if (!version.ok || !sha256.ok || version.value !== current.version || sha256.value.toLowerCase() !== current.sha256) {
    return problem('terms-changed');
  }
  if (!isTicked(accept.value)) return problem('must-be-accepted');
  return { answers: { acceptedTermsVersion: current.version }, problems: [] };
}

function problem(kind: FieldProblem['kind']) {
  return { answers: {}, problems: [{ field: 'accept', kind }] };
}
