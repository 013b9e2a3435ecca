import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerPlainly } from './plain-answer.ts';

/** A page as Next makes it, whose one component on the phone is this. */
const pageWith = (component: string) =>
  `<head></head><main></main><script>self.__next_f.push([1,"1:I[1,[],\\"${component}\\"]"])</script>`;

type Compress = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;
/** The one through which all goes that Next sends: it writes the head in ways of its own. */
const compress = (createRequire(import.meta.url)('next/dist/compiled/compression') as () => Compress)();

/** In place of Next, which sends its pages in parts. */
const server = createServer((req, res) => {
  const gathered = answerPlainly(req, res, ['/plain.js']);
  const component = req.url?.slice(1) ?? '';
  compress(req, res, () => {
    res.statusCode = 201;
    res.setHeader('Content-Type', component === 'file' ? 'application/pdf' : 'text/html; charset=utf-8');
    res.flushHeaders();
    res.write('by ');
    if (component === 'half') gathered.beginAnew();
    res.end(component === 'file' ? 'pdf' : pageWith(component));
  });
});
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => void server.close());

async function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') {
  const { port } = server.address() as AddressInfo;
  const sent = request({ port, host: '127.0.0.1', path, method, headers });
  sent.end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(await answer.toArray()) };
}

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
  [undefined, (body: Buffer) => body],
] as const)('a page that can do without run-time comes without (%s)', async (encoding, unpack) => {
  const { status, headers, body } = await ask('/Listen', encoding ? { 'accept-encoding': encoding } : {});
  expect([status, headers['content-encoding'], headers['content-length']]).toEqual([201, encoding, `${body.length}`]);
  expect(unpack(body).toString()).toBe('by <head><script type="module" src="/plain.js"></script></head><main></main>');
});

test('a page that can’t comes as it is', async () => {
  const { body } = await ask('/Unheard', { 'accept-encoding': 'gzip' });
  expect(gunzipSync(body).toString()).toBe(`by ${pageWith('Unheard')}`);
});

test('nothing of a page that failed half-way stands before the one that comes in its place', async () => {
  const { body } = await ask('/half');
  expect(body.toString()).toBe(pageWith('half'));
});

test('what is no page is left alone', async () => {
  const { headers, body } = await ask('/file', { 'accept-encoding': 'gzip' });
  expect([headers['content-encoding'], body.toString()]).toEqual([undefined, 'by pdf']);
});

test('HEAD is told everything but the content', async () => {
  const { headers, body } = await ask('/Listen', {}, 'HEAD');
  expect([Number(headers['content-length']) > 50, body.length]).toEqual([true, 0]);
});
