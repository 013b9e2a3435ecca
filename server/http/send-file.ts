import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BuiltFile, BuiltFiles } from './built-files.ts';
import { bestEncoding, encodings } from './encoding.ts';

// The cookies decide whether somebody gets this file or what waits for her, so no shared cache may keep it.
const cacheControl = {
  page: 'private, no-cache',
  forever: 'public, max-age=31536000, immutable',
  hour: 'public, max-age=3600',
  never: 'no-cache',
} as const satisfies Readonly<Record<BuiltFile['keeps'], string>>;

/** The same path gives HTML or Next's RSC payload, by these headers. */
export const rscHeaders = [
  'rsc',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-action',
] as const;
// And the page with its run-time or without, by the last two.
const pageVary = [...rscHeaders.slice(0, 4), 'Accept-Encoding', 'Cookie', 'Save-Data', 'ECT'].join(', ');

/** A prerendered page or an asset, in the smallest encoding that the browser takes; 304 where it has it (RFC 9110, 13). */
export async function sendFile(
  req: IncomingMessage,
  res: ServerResponse,
  { files, file, status = 200 }: { readonly files: BuiltFiles; readonly file: BuiltFile; readonly status?: number },
): Promise<void> {
  const atHand = encodings.filter((encoding) => file.files[encoding] !== undefined);
  const encoding = bestEncoding(headerOf(req, 'accept-encoding'), atHand);
  const etag = `"${file.hash}-${encoding}"`;
  res.setHeader('Cache-Control', cacheControl[file.keeps]);
  res.setHeader('Vary', file.keeps === 'page' ? pageVary : 'Accept-Encoding');
  if (status === 200) {
    res.setHeader('ETag', etag);
    if (hasEtag(req.headers['if-none-match'], etag)) {
      res.statusCode = 304;
      res.end();
      return;
    }
  }
  const content = await files.read(file, encoding);
  res.statusCode = status;
  res.setHeader('Content-Type', file.type);
  if (encoding !== 'identity') res.setHeader('Content-Encoding', encoding);
  res.setHeader('Content-Length', content.length);
  res.end(req.method === 'HEAD' ? undefined : content);
}

function hasEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || header.split(',').some((part) => part.trim().replace(/^W\//, '') === etag);
}

export function headerOf(req: IncomingMessage, name: string): string | undefined {
  const value = req.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}
