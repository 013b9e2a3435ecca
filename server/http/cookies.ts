export const deviceCookie = 'puente_device';
export const languageCookie = 'puente_language';
/** Holds the page that an outcome waits for, so that the gateway knows without a look into the database. */
export const waitingCookie = 'puente_waiting';

/**
 * Scripts may read these two; neither opens anything. A tag of who signed in here last, so that the phone shows what it
 * keeps to nobody else. It goes when we tell her that her session is over: what is kept waits, unseen, for her.
 */
export const whoseCookie = 'puente_whose';
/** In the place of the tag once she has signed out: the phone removes what it keeps of her. No tag is like it. */
const signedOut = 'nobody';
/** The pages whose forms were taken: their drafts on the phone can go. */
export const takenCookie = 'puente_taken';

const minute = 60;
export const lifetimes = {
  session: 12 * 60 * minute,
  waiting: 30 * minute,
  answer: 10 * minute,
  /** As long as a draft is kept. */
  taken: 7 * 24 * 60 * minute,
  /** As long as anything is kept on the phone (`app/_pwa/storage/kinds.ts`). */
  whose: 30 * 24 * 60 * minute,
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

export type CookieOptions = {
  readonly seconds: number;
  readonly isHttps: boolean;
  /** By scripts of ours, too. */
  readonly isReadable?: boolean;
};

/** A `Set-Cookie` value: for the server alone, sent along with links from elsewhere but not with their forms. */
export function setCookie(name: string, value: string, { seconds, isHttps, isReadable }: CookieOptions): string {
  const reach = isReadable ? '' : '; HttpOnly';
  return `${name}=${value}; Path=/; Max-Age=${seconds}${reach}; SameSite=Lax${isHttps ? '; Secure' : ''}`;
}

export function dropCookie(name: string, isHttps: boolean): string {
  return setCookie(name, '', { seconds: 0, isHttps });
}

export function whoseSet(tag: string, isHttps: boolean): string {
  return setCookie(whoseCookie, tag, { seconds: lifetimes.whose, isHttps, isReadable: true });
}

export function whoseLeft(isHttps: boolean): string {
  return whoseSet(signedOut, isHttps);
}

/** That page's form was taken, beside those whose drafts the phone has not removed yet (`was`, the cookie as it is). */
export function takenSet(was: string | undefined, page: string, isHttps: boolean): string {
  const pages = (was ?? '').split(takenBetween).filter((one) => one !== '' && one !== page);
  const value = [...pages.slice(-mostTaken + 1), page].join(takenBetween);
  return setCookie(takenCookie, value, { seconds: lifetimes.taken, isHttps, isReadable: true });
}

/** In no page's path nor query. */
const takenBetween = '|';
const mostTaken = 8;
