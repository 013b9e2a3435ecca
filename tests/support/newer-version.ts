import { createServer } from 'node:http';
import { freePort } from './free-port.ts';
import { passOn } from './pass-on.ts';

/** What the newer version says of the size of its scripts: tests tell by it which of the two is in use. */
export const newerShellBytes = 123_456;

export type Publishing = {
  readonly address: string;
  /** From now on the server has a newer version of Puente. */
  readonly publish: () => void;
  readonly stop: () => Promise<void>;
};

/**
 * In front of a server, so that phones can be brought a newer version of it: the service worker that is built, with another size
 * in its list. All else that a newer version changes comes by way of the worker, too.
 */
export async function startPublishing(inside: number): Promise<Publishing> {
  const pass = passOn(inside);
  let isPublished = false;
  const server = createServer((asked, answer) => {
    if (asked.url !== '/worker.js' || !isPublished) {
      // Pages that are asked for by another name than its own the server sends there, past us.
      asked.headers.host = `localhost:${inside}`;
      pass(asked, answer);
      return;
    }
    newerWorker(inside).then(
      (script) => answer.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-cache' }).end(script),
      (error: unknown) => answer.destroy(error as Error),
    );
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    address: `http://localhost:${port}`,
    publish: () => {
      isPublished = true;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function newerWorker(inside: number): Promise<string> {
  const script = await (await fetch(`http://127.0.0.1:${inside}/worker.js`)).text();
  const newer = script.replace(/(shell:\{.*?unpacked:)[\de]+/s, `$1${newerShellBytes}`);
  if (newer === script) throw new Error('expected the size of the shell in the worker that is built, found none');
  return newer;
}
