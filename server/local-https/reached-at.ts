import { isIP } from 'node:net';
import { err, ok, type Result } from '#core/result.ts';
import type { Env } from '../env.ts';
import type { StartFailure } from '../start-failure.ts';
import type { LocalAddress } from './addresses.ts';
import { isOwnName } from './names.ts';

const everyAddress: readonly string[] = ['0.0.0.0', '::'];

/**
 * Where phones reach this machine: by `PUBLIC_URL` or `HOST` if they were set, otherwise by the first of `addresses`, and
 * then it listens there alone: on a company's network, say, nobody asked for a server on which anybody is whoever she says.
 */
export function reachedAt(env: Env, addresses: readonly LocalAddress[]): Result<Env, StartFailure> {
  if (env.isPublicUrlGiven) {
    if (!isOurs(new URL(env.publicUrl), env.port)) {
      const expected = `nothing with --https, or an address such as https://laptop.local:${env.port}`;
      return err({ kind: 'wrong-variable', variable: 'PUBLIC_URL', expected });
    }
    return ok({ ...env, host: env.isHostGiven ? env.host : '0.0.0.0' });
  }
  const address = env.isHostGiven && !everyAddress.includes(env.host) ? env.host : addresses[0]?.address;
  if (address === undefined) return err({ kind: 'no-local-network' });
  if (!isIP(address) && !isOwnName(address))
    return err({ kind: 'wrong-variable', variable: 'HOST', expected: 'with --https an address such as 192.168.1.7' });
  return ok({
    ...env,
    host: env.isHostGiven ? env.host : address,
    publicUrl: new URL(`https://${isIP(address) === 6 ? `[${address}]` : address}:${env.port}`).origin,
    isPublicUrlGiven: true,
  });
}

function isOurs({ protocol, hostname, port }: URL, listensTo: number): boolean {
  const isNamed = isIP(unbracketed(hostname)) > 0 || isOwnName(hostname);
  return protocol === 'https:' && (port || '443') === String(listensTo) && isNamed;
}

/** `[::1]` → `::1`. */
export function unbracketed(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}
