import { deviceCookie, languageCookie, readCookie, sessionCookie, takenCookie, waitingCookie } from './cookies.ts';
import { type PageAddress, readPageAddress } from './pages.ts';
import type { ApiParts } from './parts.ts';
import { makeRequestId } from './request-id.ts';

/** What is known of a request to `/api` before its body is read. */
export type Visit = {
  readonly requestId: string;
  /** A `fetch`: wants JSON. Otherwise a plain form: wants to be sent somewhere. */
  readonly wantsJson: boolean;
  readonly locale: string;
  /** The page that the browser came from. */
  readonly before: PageAddress | null;
  readonly sessionToken: string | undefined;
  readonly deviceId: string | undefined;
  /** The browser says that an outcome waits. */
  readonly isWaiting: boolean;
  /** The cookie of pages whose forms were taken, as it is. */
  readonly taken: string | undefined;
  /** `Set-Cookie` values gathered on the way. */
  readonly cookies: string[];
};

export function readVisit(request: Request, parts: Pick<ApiParts, 'isHttps' | 'locales' | 'bestLocale'>): Visit {
  const header = (name: string) => request.headers.get(name) ?? undefined;
  const cookies = header('cookie');
  const device = readCookie(cookies, deviceCookie);
  return {
    requestId: header('puente-request-id') ?? makeRequestId(),
    wantsJson: /\bapplication\/(problem\+)?json\b/.test(header('accept') ?? ''),
    locale: localeOf(header, parts),
    before: pageBefore(header('referer')),
    sessionToken: readCookie(cookies, sessionCookie(parts.isHttps)),
    deviceId: device && /^[\w-]{22}$/.test(device) ? device : undefined,
    isWaiting: readCookie(cookies, waitingCookie) !== undefined,
    taken: readCookie(cookies, takenCookie),
    cookies: [],
  };
}

/** The page of ours at that address, if it is one. */
export function pageBefore(referer: string | undefined): PageAddress | null {
  if (!referer || !URL.canParse(referer)) return null;
  const { pathname, search } = new URL(referer);
  return readPageAddress(pathname.split('/').slice(2).join('/') + search);
}

/** Until the form names its language: that of the page it is on, then the one remembered, then the browser's. */
function localeOf(
  header: (name: string) => string | undefined,
  { locales, bestLocale }: Pick<ApiParts, 'locales' | 'bestLocale'>,
): string {
  const referer = header('referer');
  const shown = referer && URL.canParse(referer) ? new URL(referer).pathname.split('/')[1] : undefined;
  const remembered = readCookie(header('cookie'), languageCookie);
  return (
    [shown, remembered].find((locale) => locale && locales.includes(locale)) ?? bestLocale(header('accept-language'))
  );
}
