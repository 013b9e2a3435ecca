import { toAsciiDigits } from '#core/language/digits.ts';

/**
 * Short codes: nine digits, eight by chance and one to check, shown as `123 456 789`. Digits, since a code is read out
 * on the phone in every language and typed on every keyboard, and have no look-alikes among themselves. The ninth
 * finds every wrong digit and every swap of two neighbours (Damm, 2004), so that a slip never opens another person's.
 */
const randomDigits = 8;
const shownGroups = /\d{3}(?=\d)/g;

/** Damm's totally antisymmetric quasigroup of order ten. */
const damm = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const;

/** A code out of eight or more random bytes. Two people can get the same: the database keeps them apart, draw again. */
export function shortCode(bytes: Uint8Array): string {
  if (bytes.length < 8) throw new Error(`expected 8 random bytes or more, found ${bytes.length}`);
  const number = bytes.slice(0, 8).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const digits = String(number % 10n ** BigInt(randomDigits)).padStart(randomDigits, '0');
  return digits + String(checkDigit(digits));
}

/** In threes with no-break spaces, for screens and for reading out. */
export function showCode(code: string): string {
  return code.replaceAll(shownGroups, '$&\u00a0');
}

/** The code that somebody typed, in digits of any script, with any spaces and dashes; null where it can't be one. */
export function readCode(text: string): string | null {
  const digits = toAsciiDigits(text.slice(0, 100)).replaceAll(/[\s\p{Pd}\p{Cf}.]/gu, '');
  return /^\d{9}$/.test(digits) && checkDigit(digits) === 0 ? digits : null;
}

/** Zero for digits that end with their own check digit. */
export function checkDigit(digits: string): number {
  return Array.from(digits).reduce((interim, digit) => damm[interim]?.[Number(digit)] ?? 0, 0);
}
