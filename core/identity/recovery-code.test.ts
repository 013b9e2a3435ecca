import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeGroups, lastGroup, readRecoveryCode, recoveryCode } from './recovery-code.ts';

const code = fc
  .uint8Array({ minLength: 8, maxLength: 8 })
  .map(recoveryCode)
  .filter((made): made is string => made !== null);

describe('a recovery code', () => {
  test('has twenty digits, the last two of which check the others (ISO 7064 MOD 97-10)', () => {
    expect(recoveryCode(new Uint8Array([0, 0, 0, 0, 0, 0, 0, 79]))).toBe('00000000000000007955');
    fc.assert(
      fc.property(code, (made) => {
        expect(made).toMatch(/^\d{20}$/);
        expect(BigInt(made) % 97n).toBe(1n);
      }),
    );
  });

  test('is not made of bytes that would make some codes likelier than others', () => {
    expect(recoveryCode(new Uint8Array(8).fill(255))).toBeNull();
    const largest = 18_000_000_000_000_000_000n - 1n;
    const bytes = Uint8Array.from({ length: 8 }, (_, place) => Number((largest >> BigInt(56 - 8 * place)) & 255n));
    expect(recoveryCode(bytes)?.slice(0, 18)).toBe('999999999999999999');
  });

  test('is shown in five groups of four', () => {
    expect(codeGroups('00000000000000007955')).toEqual(['0000', '0000', '0000', '0000', '7955']);
    expect(lastGroup('00000000000000007955')).toBe('7955');
  });

  test('any one digit wrong, or any two neighbours swapped, is a slip and not another code', () => {
    fc.assert(
      fc.property(code, fc.nat(19), fc.integer({ min: 1, max: 9 }), (made, place, by) => {
        const digit = (Number(made[place]) + by) % 10;
        const wrong = `${made.slice(0, place)}${digit}${made.slice(place + 1)}`;
        expect(readRecoveryCode(wrong)).toEqual({ ok: false, error: { kind: 'code-slip' } });
        const [one = '', other = ''] = made.slice(place, place + 2);
        if (one === other || other === '') return;
        const swapped = made.slice(0, place) + other + one + made.slice(place + 2);
        expect(readRecoveryCode(swapped)).toEqual({ ok: false, error: { kind: 'code-slip' } });
      }),
    );
  });
});

describe('a code that somebody typed', () => {
  test.each([
    '0000 0000 0000 0000 7955',
    '0000-0000-0000-0000-7955',
    ' 0000\u00a00000\u00a00000\u00a00000\u00a07955\n',
    '٠٠٠٠ ٠٠٠٠ ٠٠٠٠ ٠٠٠٠ ٧٩٥٥',
    '۰۰۰۰۰۰۰۰۰۰۰۰۰۰۰۰۷۹۵۵',
    '\u200e00000000000000007955\u200f',
  ])('is read in any script with any spaces: %j', (text) => {
    expect(readRecoveryCode(text)).toEqual({ ok: true, value: '00000000000000007955' });
  });

  test.each([
    ['', 'missing'],
    ['  ', 'missing'],
    ['7955', 'not-a-code'],
    ['0000 0000 0000 0000 79550', 'not-a-code'],
    ['0000 0000 0000 0000 794O', 'not-a-code'],
    ['0'.repeat(300), 'not-a-code'],
    [`00000000000000007955${' '.repeat(300)}`, 'not-a-code'],
    ['0000 0000 0000 0000 7956', 'code-slip'],
  ] as const)('%j is none: %s', (text, kind) => {
    expect(readRecoveryCode(text)).toEqual({ ok: false, error: { kind } });
  });
});
