import { createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Signed } from '#core/draw/cosignatures.ts';
import { nodeHash } from './node-hash.ts';
import { type Files, fileNames } from './published.ts';
import { notSigned, recompute } from './recompute.ts';
import type { Finding } from './report.ts';

/** RFC 8410: what stands before the 32 bytes of an Ed25519 key. */
const keyPrefix = Buffer.from('302a300506032b6570032100', 'hex');

export function verifyFolder(folder: string): Finding {
  return verifyFiles(readFiles(folder));
}

export function verifyFiles(files: Files): Finding {
  const { finding, signed } = recompute(files, nodeHash);
  const broken = signed.find((one) => !isSigned(one));
  return broken ? notSigned(broken) : finding;
}

export function readFiles(folder: string): Files {
  const there = fileNames.filter((name) => existsSync(join(folder, name)));
  return new Map(there.map((name) => [name, readFileSync(join(folder, name))]));
}

function isSigned({ key, message, signature }: Signed): boolean {
  const publicKey = createPublicKey({ key: Buffer.concat([keyPrefix, key]), format: 'der', type: 'spki' });
  return verify(null, message, publicKey, signature);
}
