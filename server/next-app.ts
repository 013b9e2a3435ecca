import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

export type NextApp = {
  readonly handle: (req: IncomingMessage, res: ServerResponse) => Promise<void>;
  /** Hot reload, in development. */
  readonly upgrade: (req: IncomingMessage, socket: Duplex, head: Buffer) => void;
  close(): Promise<void>;
};

/** Next behind the gateway, on no port of its own. */
export async function startNext(wish: {
  readonly isDevelopment: boolean;
  readonly host: string;
  readonly port: number;
}): Promise<NextApp> {
  // React reads it when it is loaded, so it must stand before Next is imported.
  Object.assign(process.env, { NODE_ENV: wish.isDevelopment ? 'development' : 'production' });
  const { default: next } = await import('next');
  const app = next({ dev: wish.isDevelopment, dir: process.cwd(), hostname: wish.host, port: wish.port });
  await app.prepare();
  const upgrade = app.getUpgradeHandler();
  return {
    handle: app.getRequestHandler(),
    upgrade: (req, socket, head) => void upgrade(req, socket, head),
    close: () => app.close(),
  };
}
