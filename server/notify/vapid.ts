import { createECDH } from 'node:crypto';

/** Who we are to push services (RFC 8292): base64url, the raw private key of P-256 and the uncompressed public point. */
export type VapidKeys = { readonly publicKey: string; readonly privateKey: string };

/** Throws for bytes that are no private key: all but about one in 2^32 of 32 bytes are. */
export function vapidKeys(privateKey: Uint8Array): VapidKeys {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(privateKey);
  return {
    publicKey: pair.getPublicKey().toString('base64url'),
    privateKey: Buffer.from(privateKey).toString('base64url'),
  };
}
