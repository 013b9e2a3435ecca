import { toAsciiDigits } from '#core/language/digits.ts';
import { checkDigit } from '#core/offer/code.ts';

/**
 * The code in every message, which "Is this message from us?" confirms: twelve digits, eleven by chance and one to
 * check, shown as `1234 5678 9012`. Longer than other short codes: with tens of millions of messages in ninety days a
 * made-up code of nine digits would be somebody's every few tries, and a swindler's message would be confirmed.
 */
const randomDigits = 11;
const shownGroups = /\d{4}(?=\d)/g;
const longestText = 100;

/** A code out of eight or more bytes that nobody can foresee; the same bytes give the same code. */
export function messageCode(bytes: Uint8Array): string {
  if (bytes.length < 8) throw new Error(`expected 8 bytes or more, found ${bytes.length}`);
  const number = bytes.slice(0, 8).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const digits = String(number % 10n ** BigInt(randomDigits)).padStart(randomDigits, '0');
  return digits + String(checkDigit(digits));
}

/** In fours with no-break spaces, for messages and screens. */
export function showMessageCode(code: string): string {
  return code.replaceAll(shownGroups, '$&\u00a0');
}

/** The code that somebody typed, in digits of any script, with any spaces and dashes; null where it can't be one. */
export function readMessageCode(text: string): string | null {
  const digits = toAsciiDigits(text.slice(0, longestText)).replaceAll(/[\s\p{Pd}\p{Cf}.]/gu, '');
  return /^\d{12}$/.test(digits) && checkDigit(digits) === 0 ? digits : null;
}
