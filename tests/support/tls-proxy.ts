import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { passOn } from './pass-on.ts';

export type TlsProxy = { readonly address: string; readonly stop: () => Promise<void> };

/**
 * A reverse proxy as an operator has one: it ends TLS at `port` and passes everything on to the server's own port in
 * plain http, the name that was asked for with it.
 */
export async function startTlsProxy(port: number, inside: number): Promise<TlsProxy> {
  const read = (name: string) => readFile(new URL(`tls/${name}`, import.meta.url));
  const server = createServer(
    { cert: await read('localhost.pem'), key: await read('localhost-key.pem') },
    passOn(inside),
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
