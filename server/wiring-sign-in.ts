import { generateKeyPairSync } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { calculateJwkThumbprint, exportJWK, type JWK } from 'jose';
import type { Env } from './env.ts';
import type { Log } from './log.ts';
import { readClientKey } from './sign-in/client-key.ts';
import type { SignIn } from './sign-in/contract.ts';
import { type ClientKey, createOpenIdSignIn } from './sign-in/openid.ts';
import { createSandboxProvider, type SandboxKey, type SandboxProvider } from './sign-in/sandbox/provider.ts';
import { CannotStart } from './start-failure.ts';

export type WiredSignIn = {
  readonly signIn: SignIn;
  /** Null with a real provider. */
  readonly sandboxProvider: SandboxProvider | null;
};

/** The provider that the environment names, or the sandbox with keys of this process. Throws CannotStart. */
export async function wireSignIn(
  env: Pick<Env, 'publicUrl' | 'host' | 'port' | 'oidc'>,
  log: Pick<Log, 'event'>,
): Promise<WiredSignIn> {
  const redirectUri = `${env.publicUrl}/api/sign-in/callback`;
  const report = (kind: string, reason: string) => log.event('sign-in', { kind, reason });
  if (env.oidc) {
    const { issuer, clientId, keyFile, acrValues } = env.oidc;
    const clientKey = readClientKey(keyFile);
    if (!clientKey) throw new CannotStart(wrongClientKey);
    const settings = { issuer, clientId, redirectUri, clientKey, isSandbox: false, report };
    return { signIn: createOpenIdSignIn({ ...settings, ...(acrValues ? { acrValues } : {}) }), sandboxProvider: null };
  }
  const clientId = 'puente';
  const [clientKey, signingKey] = [await freshKey(), await freshKey()];
  const sandboxProvider = createSandboxProvider({
    publicUrl: env.publicUrl,
    signingKey,
    client: { id: clientId, redirectUri, publicKey: publicPart(clientKey) },
  });
  const signIn = createOpenIdSignIn({
    issuer: sandboxProvider.issuer,
    clientId,
    redirectUri,
    clientKey,
    isSandbox: true,
    allowPlainHttp: true,
    backChannelOrigin: `http://${ownAddress(env.host)}:${env.port}`,
    report,
  });
  return { signIn, sandboxProvider };
}

/** Where a server that listens to `host` reaches itself. */
export function ownAddress(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return isIPv6(host) ? `[${host}]` : host;
}

const wrongClientKey = {
  kind: 'wrong-variable',
  variable: 'OIDC_KEY_FILE',
  expected: 'the path of a private key as JWK with its alg (ES256 or Ed25519) and kid',
} as const;

/** The sandbox provider forgets everything when the process ends, so its keys need not be kept either. */
async function freshKey(): Promise<SandboxKey & ClientKey> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, alg: 'ES256', kid: await calculateJwkThumbprint(jwk) };
}

function publicPart({ d: _private, ...key }: JWK & SandboxKey): SandboxKey {
  return key;
}
