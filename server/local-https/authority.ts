import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { writeOnce } from '../write-once.ts';
import { issue, makeKeyPair } from './issue.ts';
import { ownNames } from './names.ts';

const day = 24 * 60 * 60 * 1000;
/** Apple takes no certificate of a server that lasts longer than 398 days; a phone's clock may be a day behind. */
const serverDays = 396;

/** What a phone trusts once: the certificate that vouches for this machine's own, and its key. */
export type Authority = {
  /** What the phone calls it in its list. */
  readonly name: string;
  readonly certificate: X509Certificate;
  /** PEM. */
  readonly key: string;
};

/**
 * The one kept in `file`, or a new one where there is none or the old one would end before a certificate made today.
 * Throws where the file can't be read or written, or holds something else.
 */
export function readOrMakeAuthority(
  file: string,
  made: { readonly now: number; readonly hostName: string },
): Authority {
  if (existsSync(file)) {
    const kept = read(file);
    if (kept.certificate.validToDate.getTime() > made.now + serverDays * day) return kept;
    rmSync(file);
  }
  writeOnce(file, make(made));
  return read(file);
}

/** PEM. For these host names and addresses, with a key that is on no disk. */
export function certify(
  authority: Authority,
  names: readonly string[],
  now: number,
): { readonly cert: string; readonly key: string } {
  const { publicKey, privateKey } = makeKeyPair();
  const cert = issue({
    subject: 'Puente on this machine',
    publicKey,
    issuer: authority,
    from: new Date(now - day),
    to: new Date(now + serverDays * day),
    reachedBy: names,
  });
  return { cert, key: privateKey };
}

function make({ now, hostName }: { readonly now: number; readonly hostName: string }): string {
  const { publicKey, privateKey } = makeKeyPair();
  const madeOn = new Date(now).toISOString().slice(0, 10);
  const name = `Puente on ${hostName.replace(/[^A-Za-z0-9.-]+/g, '-').slice(0, 40)} (${madeOn})`;
  const certificate = issue({
    subject: name,
    publicKey,
    issuer: { name, key: privateKey },
    from: new Date(now - day),
    to: new Date(now + 3650 * day),
    vouchesFor: ownNames,
  });
  return certificate + privateKey;
}

function read(file: string): Authority {
  const pem = readFileSync(file, 'utf8');
  const certificate = new X509Certificate(pem);
  if (!certificate.ca || !certificate.checkPrivateKey(createPrivateKey(pem))) {
    throw new Error('expected a certificate authority and its key, found another');
  }
  return {
    name: certificate.subject.replace(/^CN=/, ''),
    certificate,
    key: pem.slice(pem.indexOf('-----BEGIN PRIVATE KEY-----')),
  };
}
