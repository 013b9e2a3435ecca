import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { CompactSign, calculateJwkThumbprint, exportJWK, type JWK } from 'jose';
import { longestKeyId, longestProof } from '#core/offer/proof.ts';

export type ProofSigner = {
  /** Compact JWS (RFC 7515), EdDSA with Ed25519 (RFC 8037), at most 300 bytes. */
  readonly sign: (claims: object) => Promise<string>;
  /** The public keys for `/.well-known/jwks.json` (RFC 7517). */
  readonly jwks: { readonly keys: readonly JWK[] };
};

/** The header of an Ed25519 private key in PKCS #8 (RFC 8410, section 7): what follows is the 32 bytes of the seed. */
const pkcs8Header = Buffer.from('302e020100300506032b657004220420', 'hex');

/** `seed` of 32 bytes, which is the private key. */
export async function createProofSigner(seed: Uint8Array): Promise<ProofSigner> {
  const key = privateKeyOf(seed);
  const jwk = await exportJWK(createPublicKey(key));
  const kid = (await calculateJwkThumbprint(jwk)).slice(0, longestKeyId);
  return {
    jwks: { keys: [{ ...jwk, kid, alg: 'EdDSA', use: 'sig' }] },
    async sign(claims) {
      const payload = new TextEncoder().encode(JSON.stringify(claims));
      const proof = await new CompactSign(payload).setProtectedHeader({ alg: 'EdDSA', kid }).sign(key);
      if (proof.length > longestProof)
        throw new Error(`expected a proof of at most ${longestProof} bytes, found ${proof.length}`);
      return proof;
    },
  };
}

function privateKeyOf(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8Header, seed]), format: 'der', type: 'pkcs8' });
}
