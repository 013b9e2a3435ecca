import { expect, test } from 'vitest';
import { toAsciiDigits } from './digits.ts';

test.each([
  ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
  ['०१२३४५६७८९', '0123456789'],
  ['０１２３４５６７８９', '0123456789'],
  ['𝟘𝟙𝟡𝟎𝟗', '01909'],
  ['𞥐𞥙', '09'],
  ['12-३ x ½ 五', '12-3 x ½ 五'],
])('%s is %s', (text, expected) => {
  expect(toAsciiDigits(text)).toBe(expected);
});

test('each script’s digits of all Unicode come out as 0 to 9, in order', () => {
  const digits = Array.from({ length: 0x11_0000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((character) => /^\p{Nd}$/u.test(character));
  expect(digits.length).toBeGreaterThan(600);
  expect(digits.length % 10).toBe(0);
  expect(toAsciiDigits(digits.join(''))).toBe('0123456789'.repeat(digits.length / 10));
});
