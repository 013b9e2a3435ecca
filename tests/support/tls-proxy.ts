import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:https';
import { pipeline } from 'node:stream';

export type TlsProxy = { readonly address: string; readonly stop: () => Promise<void> };

/**
 * A reverse proxy as an operator has one: it ends TLS at `port` and passes everything on to the server's own port in
 * plain http, the name that was asked for with it.
 */
export async function startTlsProxy(port: number, inside: number): Promise<TlsProxy> {
  const read = (name: string) => readFile(new URL(`tls/${name}`, import.meta.url));
  const server = createServer(
    { cert: await read('localhost.pem'), key: await read('localhost-key.pem') },
    (asked, answer) => {
      const { method = 'GET', url = '/', headers } = asked;
      // A connection for each request, as proxies do by default: one kept open may end while a form is on its way.
      const to = { host: '127.0.0.1', port: inside, agent: false };
      const passed = request({ ...to, method, path: url, headers }, (response) => {
        answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
        pipeline(response, answer, () => undefined);
      });
      passed.on('error', () => answer.destroy());
      pipeline(asked, passed, () => undefined);
    },
  );
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    address: `https://localhost:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
