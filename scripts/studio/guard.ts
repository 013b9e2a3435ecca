import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';

/**
 * Who may talk to the studio of one's own machine: a page of this studio in a browser of this machine. The name that the
 * browser asked for has to be ours (a page elsewhere can let its own name point to 127.0.0.1), and the address begins
 * with a token that no other page knows. What writes must come from a page of ours as well.
 */
export function guard({ port, token }: { readonly port: number; readonly token: string }): MiddlewareHandler {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    if (!hosts.has(host)) return context.text('Not here.', 421);
    const [, first = ''] = new URL(context.req.url).pathname.split('/');
    if (!isSame(first, token)) return context.text('The address is not whole: copy it from the terminal.', 403);
    const refused = strangeRequest(context, { origin: `http://${host}`, isOriginNeeded: false });
    if (refused) return refused;
    await next();
    addHeaders(context, headers);
    return undefined;
  };
}

type Own = {
  readonly origin: string;
  /** Where a cookie comes along by itself, a write that doesn't say where it comes from is none of ours. */
  readonly isOriginNeeded: boolean;
};

/** The refusal of a method that the studio hasn't, and of a write from elsewhere. */
export function strangeRequest(context: Context, own: Own): Response | undefined {
  const { method } = context.req;
  if (!['GET', 'HEAD', 'POST'].includes(method)) return context.text('Not so.', 405);
  if (method === 'POST' && !isOwnPage(context, own)) return context.text('Not from there.', 403);
  return undefined;
}

/** To the answer, but for those that a page has set for itself. */
export function addHeaders(context: Context, more: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(more)) if (!context.res.headers.has(name)) context.header(name, value);
}

/** Forms may lead to this origin, and to `more`. */
export function contentPolicy(more = ''): string {
  return `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'${more && ` ${more}`}; base-uri 'none'; frame-ancestors 'none'`;
}

export const headers: Readonly<Record<string, string>> = {
  'content-security-policy': contentPolicy(),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

function isOwnPage({ req }: Context, { origin: own, isOriginNeeded }: Own): boolean {
  const [origin, site] = [req.header('origin'), req.header('sec-fetch-site')];
  if (origin === undefined ? isOriginNeeded : origin !== own) return false;
  return site === undefined || site === 'same-origin';
}

/** Takes as long for a token that is nearly right as for any other. */
function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
