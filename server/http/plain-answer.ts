import type { IncomingMessage, ServerResponse } from 'node:http';
import { bestEncoding } from './encoding.ts';
import { pack } from './pack.ts';
import { plainPage } from './plain-page.ts';
import { headerOf } from './send-file.ts';

type Rest = readonly never[];

/**
 * From now on what Next answers is gathered, and sent without Next's run-time where the page can do without it, else as it
 * is. Packed here: Next would do that before anybody could read it. `beginAnew` forgets what was gathered: the page of a
 * problem comes in place of one that failed half-way.
 */
export function answerPlainly(
  req: IncomingMessage,
  res: ServerResponse,
  scripts: readonly string[],
): { beginAnew(): void } {
  const encoding = bestEncoding(headerOf(req, 'accept-encoding'), ['br', 'gzip']);
  req.headers['accept-encoding'] = 'identity';
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown, how: unknown) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, how as BufferEncoding | undefined));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };

  async function send(): Promise<void> {
    const whole = Buffer.concat(chunks);
    const isHtml = String(res.getHeader('Content-Type')).startsWith('text/html');
    const html = isHtml ? whole.toString() : '';
    const content = isHtml ? Buffer.from(plainPage(html, scripts) ?? html) : whole;
    const body = isHtml ? await pack(content, encoding) : content;
    if (isHtml && encoding !== 'identity') res.setHeader('Content-Encoding', encoding);
    res.setHeader('Content-Length', body.length);
    // Node's own `end` writes the head by what stands there.
    for (const name of Object.keys(inPlace)) Reflect.deleteProperty(res, name);
    res.end(req.method === 'HEAD' ? undefined : body);
  }

  const inPlace = {
    // Next's compression calls it before each part, since no head has left yet.
    writeHead(status: number, ...rest: Rest) {
      res.statusCode = status;
      for (const headers of rest.filter((one) => typeof one === 'object'))
        for (const [name, value] of Object.entries<string>(headers)) res.setHeader(name, value);
      return res;
    },
    flushHeaders: () => undefined,
    write(chunk: unknown, how: unknown) {
      keep(chunk, how);
      return true;
    },
    end(chunk?: unknown, how?: unknown) {
      keep(chunk, how);
      send().catch((error: unknown) => res.destroy(error instanceof Error ? error : undefined));
      return res;
    },
  };
  Object.assign(res, inPlace);
  return {
    beginAnew() {
      chunks.length = 0;
    },
  };
}
