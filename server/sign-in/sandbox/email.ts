import { createHash } from 'node:crypto';
import type { FieldProblemKind } from '#core/problem/kinds.ts';
import { err, ok, type Result } from '#core/result.ts';

/** RFC 5321, 4.5.3.1.3: a path of 256 octets with its two angle brackets. */
const longestEmail = 254;

/** The address as typed becomes NFC and lower case; any script is fine, the provider never sends anything there. */
export function readEmail(typed: string): Result<string, { readonly kind: FieldProblemKind; readonly limit?: number }> {
  const email = typed.normalize('NFC').trim().toLowerCase();
  if (email === '') return err({ kind: 'missing' });
  if (email.length > longestEmail) return err({ kind: 'too-long', limit: longestEmail });
  if (/\p{Cc}/u.test(email)) return err({ kind: 'control-characters' });
  if (!/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/u.test(email)) return err({ kind: 'not-an-email' });
  return ok(email);
}

/** The same address is the same person for as long as the sandbox lives, without the address in the subject. */
export function subjectOf(email: string): string {
  return createHash('sha256').update(`puente-sandbox:${email}`).digest('base64url');
}
