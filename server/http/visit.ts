import { deviceCookie, languageCookie, readCookie, sessionCookie } from './cookies.ts';
import type { ApiParts } from './parts.ts';
import { makeRequestId } from './request-id.ts';

/** What is known of a request to `/api` before its body is read. */
export type Visit = {
  readonly requestId: string;
  /** A `fetch`: wants JSON. Otherwise a plain form: wants to be sent somewhere. */
  readonly wantsJson: boolean;
  readonly locale: string;
  readonly sessionToken: string | undefined;
  readonly deviceId: string | undefined;
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
    locale: localeOf(cookies, header('referer'), header('accept-language'), parts),
    sessionToken: readCookie(cookies, sessionCookie(parts.isHttps)),
    deviceId: device && /^[\w-]{22}$/.test(device) ? device : undefined,
    cookies: [],
  };
}

/** Until the form names its language: that of the page it is on, then the one remembered, then the browser's. */
function localeOf(
  cookies: string | undefined,
  referer: string | undefined,
  acceptLanguage: string | undefined,
  { locales, bestLocale }: Pick<ApiParts, 'locales' | 'bestLocale'>,
): string {
  const shown = referer && URL.canParse(referer) ? new URL(referer).pathname.split('/')[1] : undefined;
  const remembered = readCookie(cookies, languageCookie);
  return [shown, remembered].find((locale) => locale && locales.includes(locale)) ?? bestLocale(acceptLanguage);
}
