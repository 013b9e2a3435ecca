import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import { createOpenIdSignIn, type OpenIdSettings } from '../openid.ts';
import { createSandboxProvider, type SandboxKey } from './provider.ts';

export type KeyAlgorithm = SandboxKey['alg'];

export async function makeKeys(alg: KeyAlgorithm, kid: string) {
  const pair = await generateKeyPair(alg, { extractable: true });
  const named = { alg, kid };
  return {
    privateKey: { ...(await exportJWK(pair.privateKey)), ...named },
    publicKey: { ...(await exportJWK(pair.publicKey)), ...named },
  };
}

/** The sandbox provider on a random port, and the adapter that signs in with it, as the wiring joins them. */
export async function startSandbox(alg: KeyAlgorithm, overrides: Partial<OpenIdSettings> = {}) {
  const [signing, client] = await Promise.all([makeKeys(alg, 'sandbox-1'), makeKeys(alg, 'client-1')]);
  const server = createServer((req, res) => {
    if (!provider.handle(req, res)) res.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const redirectUri = `${publicUrl}/api/sign-in/callback`;
  const provider = createSandboxProvider({
    publicUrl,
    signingKey: signing.privateKey,
    client: { id: 'puente', redirectUri, publicKey: client.publicKey },
  });
  const signIn = createOpenIdSignIn({
    issuer: provider.issuer,
    clientId: 'puente',
    redirectUri,
    clientKey: client.privateKey,
    isSandbox: true,
    allowPlainHttp: true,
    ...overrides,
  });
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    if (server.listening) await new Promise((done) => server.close(done));
  };
  return { publicUrl, provider, signIn, stop };
}

/** As much of a browser as the way to the provider and back needs: it keeps cookies by path and stops at pages. */
export function createBrowser() {
  const jar = new Map<string, { readonly pair: string; readonly path: string }>();

  const get = async (address: URL): Promise<URL | null> => {
    const cookies = [...jar.values()].filter(({ path }) => address.pathname.startsWith(path)).map(({ pair }) => pair);
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { accept: 'text/html', cookie: cookies.join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      const pair = line.split(';')[0] ?? '';
      const path = /;\s*path=([^;]+)/i.exec(line)?.[1] ?? '/';
      jar.set(`${pair.split('=')[0]} ${path}`, { pair, path });
    }
    await response.arrayBuffer();
    const location = response.headers.get('location');
    return location === null ? null : new URL(location, address);
  };

  return {
    /** Follows redirects up to the first address that isn't the provider's: a screen, or the call-back. */
    async follow(address: string): Promise<URL> {
      let at = new URL(address);
      while (at.pathname.startsWith('/sandbox/oidc/')) {
        const next = await get(at);
        if (!next) throw new Error(`expected a redirect from ${at.pathname}, found a page`);
        at = next;
      }
      return at;
    },
  };
}
