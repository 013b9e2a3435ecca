import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageCode, readMessageCode, showMessageCode } from './message-code.ts';

const bytes = fc.uint8Array({ minLength: 8, maxLength: 32 });

describe('the code of a message', () => {
  test('is twelve digits, the same for the same bytes', () => {
    expect(messageCode(new Uint8Array(8))).toBe('000000000000');
    expect(messageCode(Uint8Array.of(0, 0, 0, 0, 0, 0, 4, 210))).toBe('000000012340');
  });

  test('is read back as it is shown, with dashes, without spaces and in the digits of another script', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        const code = messageCode(given);
        const arabic = code.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
        const dashed = code.replace(/^(....)(....)/, '$1-$2\u2013');
        expect([showMessageCode(code), ` ${code}\n`, arabic, dashed].map(readMessageCode)).toEqual(
          Array.from({ length: 4 }, () => code),
        );
      }),
    );
  });

  test('with one wrong digit, or two neighbours swapped, is none', () => {
    fc.assert(
      fc.property(bytes, fc.nat(11), fc.integer({ min: 1, max: 9 }), (given, at, by) => {
        const code = messageCode(given);
        const digits = Array.from(code);
        digits[at] = String((Number(digits[at]) + by) % 10);
        expect(readMessageCode(digits.join(''))).toBeNull();
        const [one, other] = [code[at], code[at + 1]];
        if (other === undefined || one === other) return;
        expect(readMessageCode(code.slice(0, at) + other + String(one) + code.slice(at + 2))).toBeNull();
      }),
    );
  });

  test.each(['', '123 456 789', '1234 5678 901x', '0'.repeat(13), '٠'.repeat(101), '\u0000'])('is not %j', (text) => {
    expect(readMessageCode(text)).toBeNull();
  });

  test('needs eight bytes', () => {
    expect(() => messageCode(new Uint8Array(7))).toThrow('expected 8 bytes');
  });
});
