import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Below this a packet goes out all the same. */
const worthIt = 512;

/** The content in each encoding that makes it smaller by a tenth. */
export async function compress(content: Buffer): Promise<{ readonly br?: Buffer; readonly gzip?: Buffer }> {
  if (content.length < worthIt) return {};
  const [br, gz] = await Promise.all([
    brotli(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }),
    zip(content, { level: 9 }),
  ]);
  const isSmaller = (made: Buffer) => made.length < content.length * 0.9;
  return { ...(isSmaller(br) ? { br } : {}), ...(isSmaller(gz) ? { gzip: gz } : {}) };
}
