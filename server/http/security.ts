import { createHash } from 'node:crypto';

export type SecurityOptions = {
  /** Where a form may end up besides here: the 303 of a sign-in leaves the origin. */
  readonly signInOrigin: string;
  /** Browsers remember for two years to come by https alone. */
  readonly staysOnHttps: boolean;
  /** Development needs inline scripts and eval: no CSP there. */
  readonly hasCsp: boolean;
};

/** Headers of every answer, but for the CSP, which belongs to HTML. */
export function securityHeaders({
  staysOnHttps,
}: Pick<SecurityOptions, 'staysOnHttps'>): Readonly<Record<string, string>> {
  return {
    'X-Content-Type-Options': 'nosniff',
    // `no-referrer` would make the browser send `Origin: null` with our own forms.
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'geolocation=(self), camera=(self), microphone=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    ...(staysOnHttps ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}

/**
 * `scripts`: what inline scripts may be known by, such as `'sha256-…'` or `'nonce-…'` (CSP level 3). `guests`: foreign
 * origins that this one page loads a vendor's check against robots from.
 */
export function contentSecurityPolicy(
  scripts: readonly string[],
  signInOrigin: string,
  guests: readonly string[] = [],
): string {
  return [
    "default-src 'self'",
    `script-src ${["'self'", ...scripts, ...guests].join(' ')}`,
    `style-src ${["'self'", ...guests].join(' ')}`,
    "img-src 'self' data: blob:",
    // Our voice, which a script fetched: the words do not stand in an address.
    "media-src 'self' blob:",
    `connect-src ${["'self'", ...guests].join(' ')}`,
    ...(guests.length > 0 ? [`frame-src ${guests.join(' ')}`] : []),
    // Altcha works its proof in a worker.
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${signInOrigin === '' ? '' : ` ${signInOrigin}`}`,
    "frame-ancestors 'none'",
  ].join('; ');
}

const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi;

/** The sources, without doubles, that let just the inline scripts of this HTML run. */
export function scriptHashes(html: string): readonly string[] {
  const hashes = [...html.matchAll(inlineScript)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  return [...new Set(hashes)];
}
