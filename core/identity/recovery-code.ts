import { toAsciiDigits } from '#core/language/digits.ts';
import { err, ok, type Result } from '#core/result.ts';

/**
 * Recovery codes: twenty digits, eighteen by chance and two to check (ISO/IEC 7064, MOD 97-10), in five groups of four.
 * Digits can be copied in every script and typed on every keyboard. The last two find every wrong digit and every swap of
 * two, so that a slip of the pen is told apart from a code that nobody has, before anything is looked up or counted.
 */
export const recoveryDigits = 20;
const randomDigits = 18n;
const groupDigits = 4;
const space = 10n ** randomDigits;
/** As many numbers of eight bytes as hold each code equally often. */
const even = (2n ** 64n / space) * space;

export type CodeFault = { readonly kind: 'missing' | 'not-a-code' | 'code-slip' };

/** A code out of eight random bytes; null for the 2 % of them that would make some codes likelier: draw again. */
export function recoveryCode(bytes: Uint8Array): string | null {
  if (bytes.length < 8) throw new Error(`expected 8 random bytes or more, found ${bytes.length}`);
  const number = bytes.slice(0, 8).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  if (number >= even) return null;
  const digits = String(number % space).padStart(Number(randomDigits), '0');
  return digits + String(98n - ((BigInt(digits) * 100n) % 97n)).padStart(2, '0');
}

/** The five groups in which a code is shown, written down and read aloud. */
export function codeGroups(code: string): readonly string[] {
  return code.match(/\d{4}/g) ?? [];
}

/** What somebody has to type to prove that she has her code before her. */
export function lastGroup(code: string): string {
  return code.slice(-groupDigits);
}

/** The digits of any script in a text, with spaces, dashes and dots between them; null where there is anything else. */
export function readDigits(text: string): string | null {
  const digits = toAsciiDigits(text.slice(0, 200)).replaceAll(/[\s\p{Pd}\p{Cf}.]/gu, '');
  return /^\d*$/.test(digits) ? digits : null;
}

/** The code that somebody typed or pasted. Kinds: `missing`, `not-a-code` (not twenty digits), `code-slip`. */
export function readRecoveryCode(text: string): Result<string, CodeFault> {
  if (text.trim() === '') return err({ kind: 'missing' });
  const digits = readDigits(text);
  if (digits?.length !== recoveryDigits || text.length > 200) return err({ kind: 'not-a-code' });
  return BigInt(digits) % 97n === 1n ? ok(digits) : err({ kind: 'code-slip' });
}
