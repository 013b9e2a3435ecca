import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

/** What stands before the 32 bytes of a private and of a public key (RFC 8410, sections 7 and 4). */
const privateHeader = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicHeader = Buffer.from('302a300506032b6570032100', 'hex');

export type SigningKey = {
  /** 64 hex. */
  readonly publicKey: string;
  /** 128 hex over the text's bytes (RFC 8032). */
  readonly sign: (text: string) => string;
};

/** `seed` of 32 bytes, which is the private key. */
export function signingKey(seed: Uint8Array): SigningKey {
  const key = createPrivateKey({ key: Buffer.concat([privateHeader, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  return { publicKey, sign: (text) => sign(null, Buffer.from(text), key).toString('hex') };
}

/** `key` of 64 hex, `signature` of 128. False also for what is no key or signature at all. */
export function isSignedBy(key: string, text: string, signature: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(key) || !/^[0-9a-f]{128}$/.test(signature)) return false;
  const der = Buffer.concat([publicHeader, Buffer.from(key, 'hex')]);
  const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'hex'));
}
