import { createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Signed } from '#core/draw/cosignatures.ts';
import { nodeHash } from './node-hash.ts';
import { type Files, fileNames } from './published.ts';
import { notByDrand, notSigned, recompute } from './recompute.ts';
import type { Finding } from './report.ts';

/** RFC 8410: what stands before the 32 bytes of an Ed25519 key. */
const keyPrefix = Buffer.from('302a300506032b6570032100', 'hex');

export function verifyFolder(folder: string): Finding {
  const files = new Map<string, Uint8Array>();
  for (const file of fileNames.filter((name) => existsSync(join(folder, name)))) {
    try {
      files.set(file, readFileSync(join(folder, file)));
    } catch {
      return { verdict: 'malformed', error: { kind: 'file-unreadable', file } };
    }
  }
  return verifyFiles(files);
}

export function verifyFiles(files: Files): Finding {
  const { finding, signed, drand } = recompute(files, nodeHash);
  const broken = signed.find((one) => !isSigned(one));
  return broken ? notSigned(broken) : (notByDrand(drand) ?? finding);
}

function isSigned({ key, message, signature }: Signed): boolean {
  const publicKey = createPublicKey({ key: Buffer.concat([keyPrefix, key]), format: 'der', type: 'spki' });
  return verify(null, message, publicKey, signature);
}
