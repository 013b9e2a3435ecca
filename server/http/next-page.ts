import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { contentSecurityPolicy } from './security.ts';

export type NextHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

export type NextProblem = 'unexpected' | 'not-found';

export type NextPage = {
  readonly next: NextHandler;
  /** What Next is asked for; the browser keeps the address that it has. */
  readonly url: string;
  readonly requestId: string;
  readonly signInOrigin: string;
  /** Foreign origins that this page loads from; none unless said. */
  readonly guests?: readonly string[];
  /** False in development. */
  readonly hasCsp: boolean;
  /** In place of what Next found. */
  readonly status?: number;
  /** Next could not make the page, or knows none: nothing has been sent yet. */
  onFailure(problem: NextProblem): Promise<void>;
};

// What steers Next from inside is nobody's business outside (CVE-2025-29927 was one of these).
const inner = /^(x-middleware-|x-nextjs-|x-invoke-|x-matched-path$|x-prerender-|x-now-|next-resume$|puente-)/;

/** Hands a request to Next, which puts the nonce that it finds in the request's CSP on each of its scripts. */
export async function askNext(req: IncomingMessage, res: ServerResponse, page: NextPage): Promise<void> {
  for (const name of Object.keys(req.headers)) if (inner.test(name)) Reflect.deleteProperty(req.headers, name);
  delete req.headers['content-security-policy'];
  req.headers['puente-request-id'] = page.requestId;
  if (page.hasCsp) {
    const nonce = `'nonce-${randomBytes(16).toString('base64')}'`;
    const policy = contentSecurityPolicy([nonce], page.signInOrigin, page.guests);
    req.headers['content-security-policy'] = policy;
    res.setHeader('Content-Security-Policy', policy);
  }
  req.url = page.url;
  if (page.status !== undefined) overrideStatus(res, page.status);
  const failure = page.hasCsp ? watchForFailure(res) : null;
  try {
    await page.next(req, res);
  } catch (error) {
    if (res.headersSent) throw error;
    failure?.give();
    await page.onFailure('unexpected');
    return;
  }
  const problem = failure?.found();
  if (failure && problem) {
    failure.give();
    await page.onFailure(problem);
  }
}

type Rest = readonly never[];

function overrideStatus(res: ServerResponse, status: number): void {
  const writeHead: (status: number, ...rest: Rest) => ServerResponse = res.writeHead.bind(res);
  Object.assign(res, { writeHead: (_found: number, ...rest: Rest) => writeHead(status, ...rest) });
}

/**
 * Next's own page for a failure is empty without JavaScript, and one of ours for what is not there would come along within
 * the data of every page. What it sends with such a status is swallowed; when it is done, the response is `give`n back as if
 * nothing had been said.
 */
function watchForFailure(res: ServerResponse) {
  const writeHead: (status: number, ...rest: Rest) => ServerResponse = res.writeHead.bind(res);
  const write = res.write.bind(res) as (...rest: Rest) => boolean;
  const end = res.end.bind(res) as (...rest: Rest) => ServerResponse;
  const flushHeaders = res.flushHeaders.bind(res);
  const before = res.getHeaders();
  let problem: NextProblem | undefined;
  const isFailing = () => {
    if (!res.headersSent) problem ??= problemOf(res.statusCode);
    return problem !== undefined;
  };
  Object.assign(res, {
    writeHead(status: number, ...rest: Rest) {
      res.statusCode = status;
      return isFailing() ? res : writeHead(status, ...rest);
    },
    write: (...rest: Rest) => isFailing() || write(...rest),
    end: (...rest: Rest) => (isFailing() ? res : end(...rest)),
    flushHeaders() {
      if (!isFailing()) flushHeaders();
    },
  });
  return {
    found: () => problem,
    give() {
      Object.assign(res, { writeHead, write, end, flushHeaders });
      for (const name of res.getHeaderNames()) res.removeHeader(name);
      for (const [name, value] of Object.entries(before)) if (value !== undefined) res.setHeader(name, value);
    },
  };
}

function problemOf(status: number): NextProblem | undefined {
  if (status === 404) return 'not-found';
  return status >= 500 ? 'unexpected' : undefined;
}
