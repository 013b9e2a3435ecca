import { describe, expect, test } from 'vitest';
import { readDrawVector } from '#tests/support/draw-vectors.ts';
import { parseAnnouncement } from './announcement.ts';
import { chainSecret } from './chain.ts';
import { fromHex, nobleHash, toHex } from './hash.ts';

const chain = { last: fromHex('07'.repeat(32)), length: 150 };

function secret(index: number): Uint8Array {
  const found = chainSecret(chain, index);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
}

describe('a hash chain', () => {
  test('ends with its last secret', () => {
    expect(toHex(secret(150))).toBe('07'.repeat(32));
  });

  test('each secret hashes to the one before, down to the published tip', () => {
    for (let i = 1; i <= 150; i += 1) expect(toHex(nobleHash.sha256(secret(i)))).toBe(toHex(secret(i - 1)));
  });

  test.each([-1, 151, 1.5, Number.NaN])('has no secret %d', (index) => {
    expect(chainSecret(chain, index)).toEqual({ ok: false, error: { kind: 'chain-index', index, length: 150 } });
  });

  test("a party's tip is its reveal hashed once, as in the vectors", () => {
    const vector = readDrawVector('one');
    const announcement = parseAnnouncement(vector.announcement);
    const tips = announcement.ok ? announcement.value.parties.map(({ tip }) => tip) : [];
    const before = vector.reveals.map((reveal) => chainSecret({ last: fromHex(reveal), length: 1 }, 0));
    expect(before.map((found) => (found.ok ? toHex(found.value) : ''))).toEqual(tips);
  });
});
