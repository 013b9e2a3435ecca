import type { RequestListener } from 'node:http';
import type { Server } from 'node:https';
import { hostname, networkInterfaces } from 'node:os';
import { dirname, join } from 'node:path';
import type { Env } from '../env.ts';
import { CannotStart } from '../start-failure.ts';
import { localAddresses, routedAddress } from './addresses.ts';
import { type Authority, certify, readOrMakeAuthority } from './authority.ts';
import { createBothServer } from './both-on-one-port.ts';
import { instructions } from './instructions.ts';
import { plainListener, withCertificate } from './listener.ts';
import { reachedAt, unbracketed } from './reached-at.ts';

export type LocalHttps = {
  /** With the address that phones open. */
  readonly env: Env;
  readonly createServer: (options: { readonly keepAliveTimeout: number }, listener: RequestListener) => Server;
  readonly instructions: () => Promise<string>;
};

/**
 * `npm start -- --https`: a demonstration that a real phone on the same network can open and trust. The server's
 * certificate is made at each start, for the addresses of the moment; the authority stays. Throws CannotStart.
 */
export async function openToPhones(given: Env, now: number): Promise<LocalHttps> {
  const addresses = localAddresses(networkInterfaces(), await routedAddress());
  const reached = reachedAt(given, addresses);
  if (!reached.ok) throw new CannotStart(reached.error);
  const env = reached.value;
  const { publicUrl } = env;
  const file = join(dirname(env.keyFile), 'local-ca.pem');
  const authority = authorityIn(file, now);
  const own = unbracketed(new URL(publicUrl).hostname);
  const names = new Set([own, ...addresses.map(({ address }) => address), 'localhost', '127.0.0.1', '::1']);
  const tls = certify(authority, [...names], now);
  const der = authority.certificate.raw;
  return {
    env,
    createServer: (options, listener) =>
      createBothServer(
        { ...options, ...tls },
        withCertificate(der, listener),
        withCertificate(der, plainListener(publicUrl, listener)),
      ),
    instructions: () =>
      instructions({
        publicUrl,
        name: authority.name,
        fingerprint: authority.certificate.fingerprint256,
        file,
        others: addresses.filter(({ address }) => address !== own),
        hasColors: process.stdout.isTTY && process.stdout.hasColors(),
      }),
  };
}

function authorityIn(file: string, now: number): Authority {
  try {
    return readOrMakeAuthority(file, { now, hostName: hostname() });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CannotStart({ kind: 'authority-unusable', file, reason: code ?? message });
  }
}
