import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding } from './encoding.ts';

const zip = promisify(gzip);
const brotli = promisify(brotliCompress);
/** As small as a page can be had in a millisecond or two. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** A page that was made for one request, for the line. */
export async function pack(content: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return content;
  return await (encoding === 'br' ? brotli(content, quality) : zip(content));
}
