/** The codes of `0` to `9` and `a` to `f`. */
const digitCodes = Uint8Array.from({ length: 16 }, (_, value) => value.toString(16).charCodeAt(0));
const digitValues = new Uint8Array(128).fill(0xff);
for (const [value, code] of digitCodes.entries()) digitValues[code] = value;

/**
 * Fills `bytes` from lower-case hex at a place in a text; false where it isn't hex. This and `writeHex` are for the lines
 * of a million requests: with a string for each id and ticket, strings would take longer than hashes.
 */
export function readHex(text: string, at: number, bytes: Uint8Array): boolean {
  let seen = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const high = digitValues[text.charCodeAt(at + 2 * index)] ?? 0xff;
    const low = digitValues[text.charCodeAt(at + 2 * index + 1)] ?? 0xff;
    seen |= high | low;
    bytes[index] = (high << 4) | low;
  }
  return seen < 16;
}

/** Writes bytes as hex, in ASCII, at a place in others. */
export function writeHex(bytes: Uint8Array, into: Uint8Array, at: number): void {
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    into[at + 2 * index] = digitCodes[byte >> 4] ?? 0;
    into[at + 2 * index + 1] = digitCodes[byte & 15] ?? 0;
  }
}

/** Lower-case hex. The library puts it together of pieces that take ten times its room until somebody reads them. */
export function toHex(bytes: Uint8Array): string {
  const codes = new Uint8Array(2 * bytes.length);
  writeHex(bytes, codes, 0);
  return String.fromCharCode(...codes);
}

/** Writes text at a place in bytes; false at the first character that isn't ASCII. */
export function writeAscii(text: string, into: Uint8Array, at: number): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) return false;
    into[at + index] = code;
  }
  return true;
}

/** Below 0 where `a` sorts first, above where `b` does. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let index = 0; index < a.length; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
