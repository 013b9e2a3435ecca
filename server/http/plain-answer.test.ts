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

/** Next's own, which says the head before each part. */
const compression = createRequire(import.meta.url)('next/dist/compiled/compression') as () => (
  req: IncomingMessage,
  res: ServerResponse,
  next: () => void,
) => void;

/** In place of Next, which sends its pages in parts. */
const server = createServer((req, res) => {
  answerPlainly(req, res, '/plain.js');
  // As `next-page.ts` gives the response back when Next could not make the page.
  const given = { writeHead: res.writeHead.bind(res), end: res.end.bind(res) };
  compression()(req, res, () => {
    const component = req.url?.slice(1) ?? '';
    res.statusCode = 201;
    res.setHeader('Content-Type', component === 'file' ? 'application/pdf' : 'text/html; charset=utf-8');
    res.flushHeaders();
    res.write('by ');
    if (component === 'broken') {
      Object.assign(res, given);
      res.writeHead(500, { 'Content-Type': 'text/html' });
      res.end('sorry');
    } else {
      res.write(component === 'file' ? 'pdf' : pageWith(component));
      res.end();
    }
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

test('the page of a problem takes the place of one that failed half-way', async () => {
  const { status, body } = await ask('/broken');
  expect([status, body.toString()]).toEqual([500, 'sorry']);
});

test('what is no page is left alone', async () => {
  const { headers, body } = await ask('/file', { 'accept-encoding': 'gzip' });
  expect([headers['content-encoding'], body.toString()]).toEqual([undefined, 'by pdf']);
});

test('HEAD is told everything but the content', async () => {
  const { headers, body } = await ask('/Listen', {}, 'HEAD');
  expect([Number(headers['content-length']) > 50, body.length]).toEqual([true, 0]);
});
