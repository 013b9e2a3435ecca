import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCode, shortCode, showCode } from './code.ts';

const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 });

describe('a short code', () => {
  test('is nine digits, the last of which checks the others', () => {
    expect(shortCode(new Uint8Array(8))).toBe('000000000');
    expect(shortCode(new Uint8Array([0, 0, 0, 0, 0, 0, 2, 60]))).toBe('000005724');
    expect(shortCode(new Uint8Array(8).fill(255))).toMatch(/^09551615\d$/);
  });
  test('too few random bytes are a bug', () => {
    expect(() => shortCode(new Uint8Array(7))).toThrow('expected 8 random bytes');
  });
  test('is shown in threes', () => {
    expect(showCode('123456782')).toBe('123\u00a0456\u00a0782');
  });
  test.each([
    ['000005724', '000005724'],
    [' 000 005-724 ', '000005724'],
    ['000\u00a0005\u00a0724', '000005724'],
    ['٠٠٠ ٠٠٥ ٧٢٤', '000005724'],
    ['000.005.724', '000005724'],
  ])('%j is read as %s', (text, expected) => {
    expect(readCode(text)).toBe(expected);
  });
  test.each(['', '00000572', '0000057240', '000005723', '00000572x', 'abc', '0'.repeat(1000)])('%j is none', (text) => {
    expect(readCode(text)).toBeNull();
  });

  test('what is made and shown is read back', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        expect(readCode(showCode(shortCode(random)))).toBe(shortCode(random));
      }),
    );
  });
  test('a wrong digit, or two neighbours swapped, never make another code', () => {
    fc.assert(
      fc.property(bytes, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (random, place, shift) => {
        const code = Array.from(shortCode(random));
        const wrong = code.with(place, String((Number(code[place]) + shift) % 10)).join('');
        expect(readCode(wrong)).toBeNull();
        const [left = '', right = ''] = [code[place], code[place + 1]];
        if (right === '' || left === right) return;
        expect(
          readCode(
            code
              .with(place, right)
              .with(place + 1, left)
              .join(''),
          ),
        ).toBeNull();
      }),
    );
  });
});
