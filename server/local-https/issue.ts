import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import forge from 'node-forge';

type KeyPair = { readonly publicKey: string; readonly privateKey: string };

/** PEM. Of RSA, since node-forge signs by nothing else. */
export function makeKeyPair(): KeyPair {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}

type Wish = {
  /** A common name of ASCII, 64 characters at most; a comma would be written with a stroke when it is read again. */
  readonly subject: string;
  /** PEM, as the issuer's key. */
  readonly publicKey: string;
  readonly issuer: { readonly name: string; readonly key: string };
  readonly from: Date;
  readonly to: Date;
} & (
  | {
      /** An authority: host names that it may vouch for, with all below them. */ readonly vouchesFor: readonly string[];
    }
  | { /** A server: its host names and addresses. */ readonly reachedBy: readonly string[] }
);

/** A certificate of X.509 (RFC 5280), in PEM. */
export function issue(wish: Wish): string {
  const certificate = forge.pki.createCertificate();
  const issuerKey = forge.pki.privateKeyFromPem(wish.issuer.key);
  certificate.publicKey = forge.pki.publicKeyFromPem(wish.publicKey);
  // A positive number that nobody can foresee (RFC 5280, 4.1.2.2).
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`;
  certificate.validity.notBefore = wish.from;
  certificate.validity.notAfter = wish.to;
  certificate.setSubject(commonName(wish.subject));
  certificate.setIssuer(commonName(wish.issuer.name));
  certificate.setExtensions('vouchesFor' in wish ? ofAuthority(wish.vouchesFor) : ofServer(wish.reachedBy, issuerKey));
  certificate.sign(issuerKey, forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate).replaceAll('\r', '');
}

function commonName(value: string) {
  return [{ shortName: 'CN', value }];
}

function ofAuthority(names: readonly string[]): object[] {
  return [
    { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    { name: 'subjectKeyIdentifier' },
    { id: '2.5.29.30', critical: true, value: nameConstraints(names) },
  ];
}

function ofServer(names: readonly string[], issuerKey: forge.pki.rsa.PrivateKey): object[] {
  const issuer = forge.pki.getPublicKeyFingerprint(forge.pki.setRsaPublicKey(issuerKey.n, issuerKey.e), {
    type: 'RSAPublicKey',
  });
  return [
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
    { name: 'extKeyUsage', serverAuth: true },
    { name: 'subjectKeyIdentifier' },
    { name: 'authorityKeyIdentifier', keyIdentifier: issuer.getBytes() },
    {
      name: 'subjectAltName',
      // The types of GeneralName, RFC 5280 4.2.1.6: 7 an address, 2 a host name.
      altNames: names.map((name) => (isIP(name) ? { type: 7, ip: name } : { type: 2, value: name })),
    },
  ];
}

/** RFC 5280, 4.2.1.10: `SEQUENCE { [0] { SEQUENCE { [2] name } … } }`, which node-forge reads but doesn't write. */
function nameConstraints(names: readonly string[]): string {
  const { asn1 } = forge;
  const { UNIVERSAL, CONTEXT_SPECIFIC } = asn1.Class;
  const subtrees = names.map((name) =>
    asn1.create(UNIVERSAL, asn1.Type.SEQUENCE, true, [asn1.create(CONTEXT_SPECIFIC, 2, false, name)]),
  );
  const permitted = asn1.create(CONTEXT_SPECIFIC, 0, true, subtrees);
  return asn1.toDer(asn1.create(UNIVERSAL, asn1.Type.SEQUENCE, true, [permitted])).getBytes();
}
