import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/**
 * Who may talk to the studio: a page of this studio in a browser of this machine. The name that the browser asked for has
 * to be ours (a page elsewhere can let its own name point to 127.0.0.1), and the address begins with a token that no
 * other page knows. What writes must come from a page of ours as well.
 */
export function guard({ port, token }: { readonly port: number; readonly token: string }): MiddlewareHandler {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    if (!hosts.has(host)) return context.text('Not here.', 421);
    const [, first = ''] = new URL(context.req.url).pathname.split('/');
    if (!isSame(first, token)) return context.text('The address is not whole: copy it from the terminal.', 403);
    if (!['GET', 'HEAD', 'POST'].includes(context.req.method)) return context.text('Not so.', 405);
    if (
      context.req.method === 'POST' &&
      !isOwnPage(context.req.header('origin'), context.req.header('sec-fetch-site'), host)
    )
      return context.text('Not from there.', 403);
    await next();
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    return undefined;
  };
}

const headers: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

function isOwnPage(origin: string | undefined, site: string | undefined, host: string): boolean {
  if (origin !== undefined && origin !== `http://${host}`) return false;
  return site === undefined || site === 'same-origin';
}

/** Takes as long for a token that is nearly right as for any other. */
function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
