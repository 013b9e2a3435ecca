import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { answerPath, type Exchange, localeOf, type PageSettings, redirect, sendProblem } from './page-answer.ts';
import { readPath, routeOf } from './paths.ts';
import { makeRequestId } from './request-id.ts';
import { securityHeaders } from './security.ts';
import { sendFile } from './send-file.ts';

export type GatewaySettings = PageSettings & {
  /** `/api` and `/.well-known`. */
  readonly api: (req: IncomingMessage, res: ServerResponse) => Promise<void>;
  /** Paths of the API, for the log. */
  readonly apiPaths: ReadonlySet<string>;
  /** Programs that answer below a path of their own, such as the sandbox's provider: true where one did. */
  readonly mounts: readonly ((req: IncomingMessage, res: ServerResponse) => boolean)[];
  /** True: pages asked for under another host name are sent to `publicUrl`. */
  readonly isPublicUrlGiven: boolean;
  /** True: browsers may be told to come by https alone from now on. */
  readonly staysOnHttps: boolean;
};

/** The one door: API, built files, or Next. */
export function makeGateway(settings: GatewaySettings): RequestListener {
  const { log } = settings;
  const standing = Object.entries(securityHeaders(settings));

  return (req, res) => {
    const started = performance.now();
    const url = req.url ?? '/';
    const mark = url.indexOf('?');
    const exchange: Exchange = {
      req,
      res,
      path: mark < 0 ? url : url.slice(0, mark),
      query: mark < 0 ? '' : url.slice(mark),
      requestId: makeRequestId(),
    };
    for (const [name, value] of standing) res.setHeader(name, value);
    res.setHeader('Puente-Request-Id', exchange.requestId);
    let route = 'unknown';
    const method = req.method ?? 'GET';
    res.once('close', () => {
      if (route === 'file') return;
      log.request({
        requestId: exchange.requestId,
        method,
        route,
        status: res.statusCode,
        milliseconds: performance.now() - started,
      });
    });
    answer(exchange, settings, (name) => {
      route = name;
    }).catch(async (error: unknown) => {
      log.failure('gateway', error, exchange.requestId);
      if (res.headersSent) return void res.destroy();
      await sendProblem(exchange, settings, { problem: 'unexpected', locale: localeOf(exchange, settings) }).catch(() =>
        res.destroy(),
      );
    });
  };
}

async function answer(exchange: Exchange, settings: GatewaySettings, name: (route: string) => void): Promise<void> {
  const { req, res, path, requestId } = exchange;
  if (path.startsWith('/api/') || path.startsWith('/.well-known/')) {
    name(settings.apiPaths.has(path) ? path : 'unknown');
    req.headers['puente-request-id'] = requestId;
    await settings.api(req, res);
    return;
  }
  if (settings.mounts.some((mount) => mount(req, res))) {
    name('mount');
    return;
  }
  const file = settings.files?.find(path);
  const isAsset = file !== undefined && file.keeps !== 'page';
  const asked = isAsset ? null : readPath(path, settings.locales);
  name(asked ? routeOf(asked) : 'file');
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    res.setHeader('Allow', 'GET, HEAD');
    await sendProblem(exchange, settings, { problem: 'method-not-allowed', locale: localeOf(exchange, settings) });
    return;
  }
  if (settings.files && file && isAsset) {
    await sendFile(req, res, { files: settings.files, file });
    return;
  }
  const elsewhere = otherHost(exchange, settings);
  if (elsewhere) {
    redirect(res, 307, elsewhere);
    return;
  }
  if (asked) await answerPath(exchange, settings, asked);
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Sessions and the way back from sign-in belong to one host name. `127.0.0.1` is sent to `localhost`, or the other way
 * round; any other name only where PUBLIC_URL was set, since a proxy in front may have one that nobody told us.
 */
function otherHost({ req, path, query }: Exchange, { publicUrl, isPublicUrlGiven }: GatewaySettings): string | null {
  const own = new URL(publicUrl);
  const host = req.headers.host;
  if (host === undefined || host === own.host || !URL.canParse(`http://${host}`)) return null;
  const asked = new URL(`http://${host}`);
  const isLoopback = loopback.has(asked.hostname) && loopback.has(own.hostname) && asked.port === own.port;
  return isPublicUrlGiven || isLoopback ? publicUrl + path.replace(/^\/{2,}/, '/') + query : null;
}
