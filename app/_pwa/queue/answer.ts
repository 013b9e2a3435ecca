/**
 * What the server's answer means for what waited. `sent`: done, once. `later`: nothing was done, the same again may
 * work. `sign-in`: she has to sign in again first. `refused`: what it says is wrong; the same again is refused again.
 * `over`: what it was about is over.
 */
export type Meaning = 'sent' | 'later' | 'sign-in' | 'refused' | 'over';

/** A refusal that says: it is so already. Done, and the answer was lost on its way; or ended by time meanwhile. */
const isSoAlready: Readonly<Record<string, readonly string[]>> = {
  '/api/registration': ['/problems/registration-complete'],
  '/api/request/withdraw': ['/problems/nothing-to-withdraw'],
  '/api/offer/decline': ['/problems/no-offer', '/problems/offer-lapsed'],
  '/api/appointment/cancel': ['/problems/no-appointment'],
};

type Answered = {
  /** The route, such as `/api/request/withdraw`. */
  readonly path: string;
  readonly status: number;
  /** The answer's JSON, or null. */
  readonly document: unknown;
};

/**
 * A hotel's network may answer in our place, with 200 and a page of its own: only what says where to go next (`next`) or
 * names a problem (RFC 9457, `type`) comes from our server.
 */
export function meaningOf({ path, status, document }: Answered): Meaning {
  const said = typeof document === 'object' && document !== null ? document : {};
  if (status === 200 && 'next' in said) return 'sent';
  const type = 'type' in said ? said.type : null;
  if (typeof type !== 'string' || !type.startsWith('/problems/')) return 'later';
  if (status === 401) return 'sign-in';
  if (isSoAlready[path]?.includes(type)) return 'sent';
  if (type === '/problems/changed-since') return 'over';
  const isForNow = status === 429 || status >= 500 || type === '/problems/repeat-in-progress';
  return isForNow ? 'later' : 'refused';
}
