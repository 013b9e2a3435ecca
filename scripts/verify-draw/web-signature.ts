import type { Signed } from '#core/draw/cosignatures.ts';

/** Ed25519 of a browser. Throws where there is none: before 2025, or on a page that came without https. */
export async function isSignedWell({ key, signature, message }: Signed): Promise<boolean> {
  const publicKey = await crypto.subtle.importKey('raw', new Uint8Array(key), 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', publicKey, new Uint8Array(signature), new Uint8Array(message));
}

/** The first that isn't its party's over these bytes; undefined where all are, `unknown` where nobody can tell here. */
export async function firstBroken<One extends Signed>(signed: readonly One[]): Promise<One | 'unknown' | undefined> {
  try {
    for (const one of signed) if (!(await isSignedWell(one))) return one;
    return undefined;
  } catch {
    return 'unknown';
  }
}
