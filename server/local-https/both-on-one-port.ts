import { createServer as createPlainServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer, type Server, type ServerOptions } from 'node:https';
import type { Socket } from 'node:net';

/** The first byte of a TLS connection (RFC 8446, 5.1: a record of a handshake); no method of HTTP begins with it. */
const handshake = 0x16;
/** Milliseconds in which a connection has to say what it is: browsers open some in reserve, and a stop waits for them. */
const saysWithin = 10_000;

/**
 * A server of https that also understands plain http on its port: a phone has to get the certificate before it can trust
 * anything, and one port is one hole in a firewall.
 */
export function createBothServer(options: ServerOptions, secure: RequestListener, plain: RequestListener): Server {
  const server = createTlsServer({ ...options, handshakeTimeout: saysWithin }, secure);
  const plainServer = createPlainServer(plain);
  // A connection that is kept open would be one that the https server doesn't know of when it stops.
  plainServer.maxRequestsPerSocket = 1;
  plainServer.timeout = saysWithin;
  const takeTls = server.listeners('connection') as ((socket: Socket) => void)[];
  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => {
    const tooLate = setTimeout(() => socket.destroy(), saysWithin);
    socket.once('close', () => clearTimeout(tooLate));
    socket.on('error', () => socket.destroy());
    socket.once('readable', () => {
      const first = socket.read(1) as Buffer | null;
      if (!first) return;
      clearTimeout(tooLate);
      socket.unshift(first);
      if (first[0] === handshake) for (const take of takeTls) take.call(server, socket);
      else plainServer.emit('connection', socket);
    });
  });
  return server;
}
