import { bls12_381 } from '@noble/curves/bls12-381.js';
import { quicknet, roundPoint, roundToAnnounce, timeOfRound } from '#core/beacon/drand.ts';
import { toHex } from '#core/draw/hash.ts';
import { err, ok } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Beacon } from './contract.ts';

const bls = bls12_381.shortSignatures;

/**
 * The double: quicknet's times with a key that everybody can read here, so that anybody could know its rounds beforehand.
 * The verifier refuses what it signs.
 */
export function createSandboxBeacon(now: () => Instant): Beacon {
  const { secretKey, publicKey } = bls.keygen(new Uint8Array(48).fill(1));
  const chain = { ...quicknet, publicKey: toHex(publicKey.toBytes()) };
  return {
    isSandbox: true,
    chain,
    roundToAnnounce: (announcedAt) => roundToAnnounce(announcedAt, chain),

    async signatureOf(round) {
      if (now() < timeOfRound(round, chain)) return err({ kind: 'beacon-early' });
      return ok(bls.Signature.toHex(bls.sign(roundPoint(round), secretKey)));
    },
  };
}
