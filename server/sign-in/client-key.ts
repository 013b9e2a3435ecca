import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { ClientKey } from './openid.ts';

const privateKey = z.looseObject({
  kty: z.enum(['EC', 'OKP']),
  alg: z.enum(['ES256', 'Ed25519']),
  kid: z.string().min(1),
  d: z.string().min(1),
});

/** The private JWK for private_key_jwt. Null where the file isn't there or holds anything else: never says what. */
export function readClientKey(path: string): ClientKey | null {
  try {
    return privateKey.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null;
  } catch {
    // JSON.parse quotes what it met: the beginning of a PEM key would stand on the console.
    return null;
  }
}
