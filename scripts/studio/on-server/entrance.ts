import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { can } from '#core/staff/permissions.ts';
import { dropCookie, readCookie, setCookie } from '#server/http/cookies.ts';
import type { SignIn, SignInFlow } from '#server/sign-in/contract.ts';
import type { SandboxProvider } from '#server/sign-in/sandbox/provider.ts';
import { frameIn } from '../asked.ts';
import { contentPolicy } from '../guard.ts';
import type { Frame } from '../pages/frame.ts';
import type { People } from './people.ts';
import { makeShelf, type Shelf } from './shelf.ts';

/** Where the pages of the studio begin on a server. */
export const within = 'studio';

/** Somebody who is at the provider: what to keep until she is back, and where she wanted to go. */
type Going = { readonly flow: SignInFlow; readonly ui: Frame['ui']; readonly back: string };
type Session = { readonly email: string };

export type Entrance = {
  /** An origin, such as `https://studio.example`. */
  readonly publicUrl: string;
  readonly isHttps: boolean;
  readonly signIn: SignIn;
  /** Null with a real provider. */
  readonly sandbox: SandboxProvider | null;
  readonly people: People;
  readonly sessions: Shelf<Session>;
  readonly goings: Shelf<Going>;
};

type Given = Pick<Entrance, 'publicUrl' | 'signIn' | 'sandbox' | 'people'> & { readonly now: () => number };

const seconds = { session: 12 * 60 * 60, going: 30 * 60 };

export function makeEntrance({ now, ...given }: Given): Entrance {
  return {
    ...given,
    isHttps: given.publicUrl.startsWith('https:'),
    sessions: makeShelf<Session>({ seconds: seconds.session, most: 1_000, now }),
    goings: makeShelf<Going>({ seconds: seconds.going, most: 10_000, now }),
  };
}

/** `__Host-` needs https: only there a browser binds a cookie to its host. */
export function cookieName(kind: 'session' | 'going', { isHttps }: Pick<Entrance, 'isHttps'>): string {
  return `${isHttps ? '__Host-' : ''}studio_${kind}`;
}

export function cookieOf(context: Context, kind: 'session' | 'going', entrance: Entrance): string | undefined {
  return readCookie(context.req.header('cookie'), cookieName(kind, entrance));
}

export function giveCookie(
  context: Context,
  kind: 'session' | 'going',
  { entrance, value }: { readonly entrance: Entrance; readonly value: string | undefined },
): void {
  const name = cookieName(kind, entrance);
  const { isHttps } = entrance;
  const line =
    value === undefined ? dropCookie(name, isHttps) : setCookie(name, value, { seconds: seconds[kind], isHttps });
  context.header('set-cookie', line, { append: true });
}

/**
 * Who comes: a translator by her name, somebody who may not come in, somebody of whom that can't be told now, or nobody
 * whom we know.
 */
export type Comer =
  | { readonly kind: 'translator'; readonly name: string }
  | { readonly kind: 'stranger' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'nobody' };

/** Asked for each request: whoever is no translator any more is out at once. */
export function comerWith(context: Context, entrance: Entrance): Comer {
  const session = entrance.sessions.find(cookieOf(context, 'session', entrance));
  return session ? comerCalled(session.email, entrance) : { kind: 'nobody' };
}

export function comerCalled(email: string, { people }: Pick<Entrance, 'people'>): Exclude<Comer, { kind: 'nobody' }> {
  const found = people.find(email);
  if (!found.ok) return found.error;
  const known = found.value;
  return known && can(known.role, 'edit-texts') ? { kind: 'translator', name: known.name } : { kind: 'stranger' };
}

export function endSession(context: Context, entrance: Entrance): void {
  entrance.sessions.drop(cookieOf(context, 'session', entrance));
  giveCookie(context, 'session', { entrance, value: undefined });
}

/** Answers with a page that has a form to sign in: a form's way is followed through its redirects, to the provider. */
export function answerWithWayIn(
  context: Context,
  { signIn, publicUrl }: Pick<Entrance, 'signIn' | 'publicUrl'>,
  { page, status }: { readonly page: string; readonly status: ContentfulStatusCode },
): Response | Promise<Response> {
  if (signIn.origin !== publicUrl) context.header('content-security-policy', contentPolicy(signIn.origin));
  return context.html(page, status);
}

/** For the pages in front of the door, in the language of the address or else of the browser. */
export function frameFor(context: Context, tag: string | undefined): Frame {
  return frameIn(context, within, tag);
}

/** A page of the studio, or nothing: whoever signs in is never sent anywhere else. */
export function ownPath(path = ''): string {
  return /^\/studio\/[\w/.%?&=~+*!'(),:;@$-]*$/.test(path) ? path : '';
}
