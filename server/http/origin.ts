type Headers = { get(name: string): string | undefined };

/**
 * Does this write come from another site's page? Browsers say so themselves (Fetch Metadata; Origin, RFC 6454), and
 * SameSite=Lax keeps the cookies away from what is older. A program without a browser sends neither and is let in:
 * nobody's cookies come along with it.
 */
export function isForeign(headers: Headers, publicUrl: string): boolean {
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  const own = [publicUrl, `http://${headers.get('host')}`, `https://${headers.get('host')}`];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  if (origin !== undefined) return !own.includes(origin);
  const referer = headers.get('referer');
  return referer !== undefined && !own.some((address) => referer === address || referer.startsWith(`${address}/`));
}
