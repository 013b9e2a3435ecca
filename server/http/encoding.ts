/** Smallest first. */
export const encodings = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof encodings)[number];

/**
 * The smallest of those at hand that an `Accept-Encoding` header allows (RFC 9110, 12.5.3); identity where nothing is.
 * `gzip;q=0, *` allows br and identity.
 */
export function bestEncoding(header: string | undefined, atHand: readonly Encoding[]): Encoding {
  if (header === undefined) return 'identity';
  const qualities = new Map<string, number>();
  for (const part of header.slice(0, 500).toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    qualities.set(name, quality === undefined ? 1 : Number(quality.slice(2)) || 0);
  }
  const allowed = (encoding: Encoding) => (qualities.get(encoding) ?? qualities.get('*') ?? 0) > 0;
  return (
    encodings.find((encoding) => encoding !== 'identity' && atHand.includes(encoding) && allowed(encoding)) ??
    'identity'
  );
}
