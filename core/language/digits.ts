/**
 * The text with the digits of every script as ASCII ones: a keyboard in Arabic or Persian types `٣` or `۳` for 3.
 * Other characters stay as they are.
 */
export function toAsciiDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => String(valueOf(digit)));
}

function valueOf(digit: string): number {
  // Full-width and mathematical digits; the latter's five alphabets follow each other without a gap.
  const plain = digit.normalize('NFKC');
  if (/^\d$/.test(plain)) return Number(plain);
  // Every other script has its ten digits in a row, zero first; where rows touch, each is whole (tested over all of Unicode).
  let before = 0;
  while (isDigit(plain, before + 1)) before += 1;
  return before % 10;
}

function isDigit(digit: string, before: number): boolean {
  return /^\p{Nd}$/u.test(String.fromCodePoint((digit.codePointAt(0) ?? 0) - before));
}
