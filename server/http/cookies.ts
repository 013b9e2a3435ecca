export const deviceCookie = 'puente_device';
export const languageCookie = 'puente_language';
/** Holds the page that an outcome waits for, so that the gateway knows without a look into the database. */
export const waitingCookie = 'puente_waiting';

const minute = 60;
export const lifetimes = {
  session: 12 * 60 * minute,
  waiting: 30 * minute,
  answer: 10 * minute,
  year: 365 * 24 * 60 * minute,
} as const;

/** `__Host-` needs https; on plain http the cookie has no prefix, and the start calls that insecure. */
export function sessionCookie(isHttps: boolean): string {
  return isHttps ? '__Host-puente_session' : 'puente_session';
}

/** The value of one cookie; the first of two with the same name. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim();
  }
  return undefined;
}

/** What came of asking whether a message is ours; sealed, since it is believed. */
export const answerCookie = 'puente_answer';

export type CookieOptions = { readonly seconds: number; readonly isHttps: boolean };

/** A `Set-Cookie` value: for the server alone, sent along with links from elsewhere but not with their forms. */
export function setCookie(name: string, value: string, { seconds, isHttps }: CookieOptions): string {
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`;
}

export function dropCookie(name: string, isHttps: boolean): string {
  return setCookie(name, '', { seconds: 0, isHttps });
}
