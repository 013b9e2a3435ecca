import { bls12_381 } from '@noble/curves/bls12-381.js';
import { describe, expect, test } from 'vitest';
import { toHex } from '#core/draw/hash.ts';
import type { Instant } from '#core/time/instant.ts';
import recorded from '#tests/vectors/drand/quicknet.json' with { type: 'json' };
import { isRoundSigned, quicknet, roundToAnnounce, timeOfRound } from './drand.ts';

const at = (time: string) => Date.parse(time) as Instant;
const [{ round, signature }, other] = recorded as [(typeof recorded)[number], (typeof recorded)[number]];

describe("drand's quicknet", () => {
  test('rounds that it published are signed', () => {
    for (const one of recorded) expect(isRoundSigned(one.round, one.signature), String(one.round)).toBe(true);
  });

  test.each<[string, number, string]>([
    ["another round's signature", round, other.signature],
    ['the round after', round + 1, signature],
    ['a signature that says minus', round, signature.replace(/^b/, '9')],
    [
      'bytes that are no point',
      round,
      '1300a5c54d93bbf67f67768880de729a9aee0df5906e36e2689fea8eb0caa64dd28ed8649b50495c33858b96a2a2c029',
    ],
    ['the point at infinity', round, `c0${'00'.repeat(47)}`],
    ['a signature too short', round, signature.slice(2)],
    ['nothing', round, ''],
    ['words', round, 'drand'],
  ])('%s is none', (_, number, claimed) => {
    expect(isRoundSigned(number, claimed)).toBe(false);
  });

  test('a signature by another key is none', () => {
    const key = bls12_381.shortSignatures.keygen(new Uint8Array(48).fill(7)).publicKey;
    expect(isRoundSigned(round, signature, { ...quicknet, publicKey: toHex(key.toBytes()) })).toBe(false);
  });
});

describe('the round of an announcement', () => {
  test('is out fifteen minutes later, or up to three seconds more', () => {
    const close = at('2027-01-15T16:00:00Z');
    const lead = timeOfRound(roundToAnnounce(close)) - close;
    expect(timeOfRound(1)).toBe(at('2023-08-23T15:09:27Z'));
    expect(lead).toBe(15 * 60_000);
    for (let later = 1; later < 6000; later += 1) {
      const now = (close + later) as Instant;
      const out = timeOfRound(roundToAnnounce(now)) - now;
      expect(out >= 900_000 && out < 903_000, String(later)).toBe(true);
    }
  });

  test('is none before the first', () => {
    expect(roundToAnnounce(at('2020-01-01T00:00:00Z'))).toBe(1);
  });
});
