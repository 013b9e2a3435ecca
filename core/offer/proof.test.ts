import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PortCode } from '#core/ids.ts';
import { portCodes } from '#core/policy/ports.ts';
import type { LocalMinute } from '#core/time/instant.ts';
import { initialsOf, longestKeyId, longestProof, proofClaims } from './proof.ts';

const appointment = { code: '000005724', port: 'brownsville' as PortCode, slot: '2027-03-14T08:00' as LocalMinute };

/** A compact JWS by Ed25519 as the server makes it, with a signature of zeros. */
function compactJws(claims: unknown): string {
  const header = { alg: 'EdDSA', kid: 'k'.repeat(longestKeyId) };
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.${Buffer.alloc(64).toString('base64url')}`;
}

describe('what a proof says', () => {
  test('code, port, slot, people and initials', () => {
    const people = [
      { givenNames: 'Marie Ange', familyNames: 'Pierre' },
      { givenNames: 'élie', familyNames: "d'Haïti" },
    ];
    expect(proofClaims({ ...appointment, people })).toEqual({
      c: '000005724',
      p: 'brownsville',
      s: '2027-03-14T08:00',
      n: 2,
      i: 'MP ÉD',
    });
  });
  test.each([
    ["'t", 'ßauer', 'TS'],
    ['Юлия', 'Яковлева', 'ЮЯ'],
    ['明', '王', '明王'],
    ['Suharto', '', 'S'],
  ])('initials of %s %s are %s', (givenNames, familyNames, expected) => {
    expect(initialsOf({ givenNames, familyNames })).toBe(expected);
  });
  test('twelve people with Latin initials fit', () => {
    const people = Array.from({ length: 12 }, () => ({ givenNames: 'Ana', familyNames: 'Silva' }));
    expect(proofClaims({ ...appointment, people }).i.split(' ')).toHaveLength(12);
  });
  test('a proof never has more than 300 bytes, and always says how many people', () => {
    const person = fc.record({
      givenNames: fc.string({ unit: 'grapheme' }),
      familyNames: fc.string({ unit: 'grapheme' }),
    });
    const people = fc.array(person, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(people, fc.constantFrom(...portCodes), (group, port) => {
        const claims = proofClaims({ ...appointment, port, people: group });
        expect(compactJws(claims).length).toBeLessThanOrEqual(longestProof);
        expect(claims.n).toBe(group.length);
      }),
    );
  });
  test('of twelve people with the longest initials as many are named as fit', () => {
    const people = Array.from({ length: 12 }, () => ({ givenNames: '𐐀', familyNames: '𐐀' }));
    const claims = proofClaims({ ...appointment, people });
    expect(claims).toMatchObject({ n: 12, i: Array.from({ length: 6 }, () => '𐐀𐐀').join(' ') });
    expect(compactJws(claims).length).toBeLessThanOrEqual(longestProof);
  });
});
