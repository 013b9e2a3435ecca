import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { utf8 } from '#core/draw/hash.ts';

/** RFC 8410: what stands before the 32 bytes of a private key, and of a public one. */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** Ed25519. `seed` is the 32 bytes that all follows from; keys and signatures are hex. */
export type SigningKey = {
  readonly seed: Uint8Array;
  readonly publicKey: string;
  readonly sign: (text: string) => string;
};

export function signingKey(seed: Uint8Array): SigningKey {
  const privateKey = createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  return { seed, publicKey, sign: (text) => sign(null, utf8(text), privateKey).toString('hex') };
}

export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const key = Buffer.concat([publicPrefix, Buffer.from(publicKey, 'hex')]);
  return verify(null, utf8(text), createPublicKey({ key, format: 'der', type: 'spki' }), Buffer.from(signature, 'hex'));
}
