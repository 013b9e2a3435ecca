import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Policy } from '#core/policy/policy.ts';
import type { Log } from '../log.ts';
import type { BuiltFiles } from './built-files.ts';
import { languageCookie, lifetimes, readCookie, setCookie, waitingCookie } from './cookies.ts';
import { bestEncoding } from './encoding.ts';
import { askNext, type NextHandler } from './next-page.ts';
import { pack } from './pack.ts';
import { isPage, type PageAddress, type ProblemPage, pages, robotCheckPages } from './pages.ts';
import type { Asked } from './paths.ts';
import { answerPlainly } from './plain-answer.ts';
import { isSaving } from './plain-page.ts';
import { policyFit } from './policy-fit.ts';
import { problemPageFrom } from './problem-page.ts';
import { contentSecurityPolicy } from './security.ts';
import { headerOf, rscHeaders, sendFile } from './send-file.ts';
import { statusOf } from './status.ts';
import { pageBefore } from './visit.ts';

export type PageSettings = {
  /** What was built; null in development, where Next makes everything. */
  readonly files: BuiltFiles | null;
  readonly next: NextHandler;
  readonly locales: readonly string[];
  readonly bestLocale: (acceptLanguage: string | undefined) => string;
  readonly publicUrl: string;
  /** Where the sign-in provider is: a form may end up there. */
  readonly signInOrigin: string;
  /** Where a vendor's check against robots is loaded from. */
  readonly captchaOrigins: readonly string[];
  readonly log: Log;
  /** The policy in force. */
  readonly policy: () => Policy;
  /** A page of her own was shown: the session's 30 minutes begin anew. */
  onPersonalPage(cookies: string | undefined): void;
};

/** One request and its answer. */
export type Exchange = {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly path: string;
  /** With its question mark, or empty. */
  readonly query: string;
  readonly requestId: string;
};

export async function answerPath(exchange: Exchange, settings: PageSettings, asked: Asked): Promise<void> {
  const { req, res, path, query } = exchange;
  switch (asked.kind) {
    case 'root':
      res.setHeader('Vary', 'Accept-Language, Cookie');
      redirect(res, 302, `/${localeOf(exchange, settings)}/language`);
      return;
    case 'untidy':
      redirect(res, 308, asked.path + query);
      return;
    case 'twin':
      redirect(res, 307, `/${asked.locale}/${asked.page}${query}`);
      return;
    case 'problem-type':
      redirect(res, 302, `/${localeOf(exchange, settings)}/problems/${asked.problem}`);
      return;
    case 'problem':
      await sendProblem(exchange, settings, { problem: asked.problem, locale: asked.locale });
      return;
    case 'unknown':
      // Development has no built files: scripts, styles, hot reload, icons, manifests and the gallery are Next's.
      if (!settings.files && /^\/(_next|__nextjs)|\.[a-z\d]+$|^\/[^/]+\/_gallery$/.test(path)) {
        await toNext(exchange, settings, { url: req.url ?? '/' });
        return;
      }
      await sendProblem(exchange, settings, {
        problem: 'not-found',
        locale: asked.locale ?? localeOf(exchange, settings),
      });
      return;
    case 'page':
      rememberLanguage(exchange, settings, asked.locale);
      await sendPage(exchange, settings, asked);
      return;
  }
}

async function sendPage(
  exchange: Exchange,
  settings: PageSettings,
  { locale, page }: Extract<Asked, { readonly kind: 'page' }>,
): Promise<void> {
  const { req, res, path, query } = exchange;
  const { files } = settings;
  // From now on the browser says how bad the line is, where it can.
  res.setHeader('Accept-CH', 'ECT');
  const cookies = headerOf(req, 'cookie');
  const kind = pages[page];
  const fit = policyFit(page, settings);
  if (fit === 'not-asked') {
    await sendProblem(exchange, settings, { problem: 'not-found', locale });
    return;
  }
  const asksForPayload = isForRouter(exchange);
  const guests = robotCheckPages.includes(page) ? settings.captchaOrigins : [];
  const asks = new URLSearchParams(query);
  // About one person of a group: what is prerendered speaks to the head about herself.
  const isOwn = readCookie(cookies, waitingCookie) === page || asks.has('change') || asks.has('person');
  const needsTwin = fit === 'otherwise' || (kind === 'form' && isOwn);
  if (needsTwin && !asksForPayload) {
    if (kind === 'form') settings.onPersonalPage(cookies);
    await toNext(exchange, settings, { url: `/${locale}/live/${page}${query}`, guests });
    return;
  }
  if (kind === 'personal') settings.onPersonalPage(cookies);
  const file = kind === 'personal' ? undefined : files?.find(path);
  if (!files || !file || asksForPayload) {
    await toNext(exchange, settings, { url: path + query, guests });
    return;
  }
  const isPlain = file.plain !== undefined && isSaving(req);
  const scripts = isPlain ? [] : (file.scripts ?? []);
  res.setHeader('Content-Security-Policy', contentSecurityPolicy(scripts, settings.signInOrigin, guests));
  await sendFile(req, res, { files, file: isPlain ? { ...file, ...file.plain } : file });
}

/** Next's router wants its payload, or a preview the page as it is drafted: not the file. */
function isForRouter({ req, query }: Exchange): boolean {
  return (
    rscHeaders.some((name) => req.headers[name] !== undefined) ||
    new URLSearchParams(query).has('_rsc') ||
    readCookie(headerOf(req, 'cookie'), '__prerender_bypass') !== undefined
  );
}

async function toNext(
  exchange: Exchange,
  settings: PageSettings,
  page: { readonly url: string; readonly status?: number; readonly guests?: readonly string[] },
): Promise<void> {
  const { req, res, requestId } = exchange;
  const isPlain = settings.files && isSaving(req) && !isForRouter(exchange);
  const gathered = isPlain ? answerPlainly(req, res, settings.files.plainScripts) : null;
  await askNext(req, res, {
    ...page,
    next: settings.next,
    requestId,
    signInOrigin: settings.signInOrigin,
    hasCsp: settings.files !== null,
    async onFailure(problem) {
      gathered?.beginAnew();
      if (problem === 'unexpected') settings.log.event('page-failed', { requestId });
      await sendProblem(exchange, settings, { problem, locale: localeOf(exchange, settings) });
    },
  });
}

/** The page of a problem, with the problem's own status. */
export async function sendProblem(
  exchange: Exchange,
  settings: PageSettings,
  { problem, locale }: { readonly problem: ProblemPage; readonly locale: string },
): Promise<void> {
  const { req, res, requestId } = exchange;
  const status = statusOf[problem];
  const back = backFrom(exchange);
  const page = await problemPageFrom(settings.files, settings.signInOrigin, { problem, locale, requestId, back });
  if (!page && !settings.files) {
    req.method = req.method === 'HEAD' ? 'HEAD' : 'GET';
    await toNext(exchange, settings, { url: `/${locale}/problems/${problem}`, status });
    return;
  }
  // Without a page there are no words to send: the kind and the id have to do.
  const { body: text, headers } = page ?? {
    body: `${problem} ${requestId}\n`,
    headers: { 'Content-Type': 'text/plain' },
  };
  const encoding = bestEncoding(headerOf(req, 'accept-encoding'), ['br', 'gzip']);
  const body = await pack(Buffer.from(text), encoding);
  if (encoding !== 'identity') res.setHeader('Content-Encoding', encoding);
  res.writeHead(status, { ...headers, 'Content-Length': body.length });
  res.end(req.method === 'HEAD' ? undefined : body);
}

/** The page that was asked for, if it is one: it may work the next time. Otherwise the one before. */
function backFrom({ req, path }: Exchange): PageAddress | null {
  const asked = path.split('/').slice(2).join('/');
  return asked !== '' && isPage(asked) ? { page: asked, query: '' } : pageBefore(headerOf(req, 'referer'));
}

/** The language in the path; or the one that she last looked at; or the browser's. */
export function localeOf({ req, path }: Exchange, { locales, bestLocale }: PageSettings): string {
  const wishes = [path.split('/')[1], readCookie(headerOf(req, 'cookie'), languageCookie)];
  return wishes.find((wish) => wish && locales.includes(wish)) ?? bestLocale(headerOf(req, 'accept-language'));
}

function rememberLanguage({ req, res }: Exchange, { publicUrl }: PageSettings, locale: string): void {
  if (readCookie(headerOf(req, 'cookie'), languageCookie) === locale) return;
  const isHttps = publicUrl.startsWith('https:');
  res.appendHeader('Set-Cookie', setCookie(languageCookie, locale, { seconds: lifetimes.year, isHttps }));
}

export function redirect(res: ServerResponse, status: number, location: string): void {
  res.writeHead(status, { Location: location, 'Cache-Control': 'no-cache', 'Content-Length': 0 });
  res.end();
}
