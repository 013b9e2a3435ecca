import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** What the server below Hono hands over; nothing of it in tests that have no server. */
export type NetworkSource = { readonly env?: unknown; readonly req: { readonly raw: Request } };

/**
 * Where a request comes from, for counting alone: an IPv4 address, or the /64 of an IPv6 one, which is one household's.
 * `proxyHops` proxies in front each add the address that they saw to `X-Forwarded-For`; what is further left anybody may
 * have written. null where nothing is known.
 */
export function networkOf(source: NetworkSource, proxyHops: number): string | null {
  if (proxyHops === 0)
    return tidied((source.env as { incoming?: IncomingMessage } | undefined)?.incoming?.socket.remoteAddress);
  const seen = (source.req.raw.headers.get('x-forwarded-for') ?? '').split(',');
  return tidied(seen.at(-proxyHops)?.trim());
}

function tidied(address: string | undefined): string | null {
  const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  const family = isIP(plain);
  if (family === 0) return null;
  return family === 4 ? plain : `${firstGroups(plain)}::/64`;
}

/** The first four of the eight groups, `::` written out. */
function firstGroups(address: string): string {
  const [before = '', after] = address.toLowerCase().split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after ? after.split(':') : [];
  const gap = after === undefined ? [] : Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  return [...head, ...gap, ...tail]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
