import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/** What a phone has to fetch before it trusts us. */
export const certificatePath = '/local-ca.crt';

/** The same, and the authority's certificate (DER, never its key). */
export function withCertificate(certificate: Uint8Array, listener: RequestListener): RequestListener {
  return (req, res) => {
    if (req.url !== certificatePath) {
      listener(req, res);
      return;
    }
    // The type by which phones know that it is to be installed.
    res.setHeader('Content-Type', 'application/x-x509-ca-cert').setHeader('Content-Length', certificate.length);
    res.setHeader('Cache-Control', 'no-store').end(req.method === 'HEAD' ? undefined : certificate);
  };
}

/**
 * What plain http gets: what this machine's own programs ask for, as the sign-in's back channel does, and otherwise the way
 * to https. Its browser is sent there too, since its cookies are for https alone.
 */
export function plainListener(publicUrl: string, listener: RequestListener, isOwn = isFromItself): RequestListener {
  return (req: IncomingMessage, res: ServerResponse) => {
    if (isOwn(req) && !req.headers.accept?.includes('text/html')) {
      listener(req, res);
      return;
    }
    const path = req.url?.startsWith('/') ? req.url : '/';
    res.writeHead(307, { Location: publicUrl + path }).end();
  };
}

function isFromItself({ socket }: IncomingMessage): boolean {
  return socket.remoteAddress === socket.localAddress;
}
