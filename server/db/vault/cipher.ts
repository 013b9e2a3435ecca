import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

// AES-256-GCM, NIST SP 800-38D: 96-bit nonce, 128-bit tag. A box is nonce ‖ ciphertext ‖ tag.
const nonceBytes = 12;
const tagBytes = 16;

/** `key` of 32 bytes; at most 2^32 boxes a key, since nonces are random. */
export function box(key: Uint8Array, plain: Uint8Array, bound: string): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(bound));
  return joined(nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag());
}

/** Undefined if anything but the very key, bytes and binding is given. */
export function unbox(key: Uint8Array, boxed: Uint8Array, bound: string): Uint8Array | undefined {
  if (boxed.length < nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, boxed.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(boxed.subarray(boxed.length - tagBytes));
  try {
    return joined(decipher.update(boxed.subarray(nonceBytes, boxed.length - tagBytes)), decipher.final());
  } catch {
    return undefined;
  }
}

/** In memory of its own: a Buffer of Node's pool would take its neighbours along into another thread. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
