import type { AccountId } from '#core/ids.ts';
import type { Problem } from '#core/problem/kinds.ts';
import type { Result } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Captcha } from '../captcha/contract.ts';
import type { Log } from '../log.ts';
import type { PrintConfirmation } from '../paper/contract.ts';
import type { Services } from '../services.ts';
import type { Sessions } from '../session.ts';
import type { SignIn } from '../sign-in/contract.ts';
import type { PageAddress, ProblemPage } from './pages.ts';
import type { Repeats } from './repeat.ts';
import type { Room } from './room.ts';

/** The page of a problem that belongs to no form, ready to be sent. */
export type BuiltPage = { readonly body: string; readonly headers: Readonly<Record<string, string>> };

export type ProblemWish = {
  readonly problem: ProblemPage;
  readonly locale: string;
  readonly requestId: string;
  /** Where she was; null: nobody knows, and the way back is the first page. */
  readonly back: PageAddress | null;
};

/** Everything the routes below `/api` work with. */
export type ApiParts = {
  readonly services: Services;
  readonly sessions: Sessions;
  readonly repeats: Repeats;
  /** For bodies with photos. */
  readonly room: Room;
  readonly signIn: SignIn;
  readonly captcha: Captcha;
  /** The sandbox's screen posts to it; null with a real provider. */
  readonly sandboxProvider: {
    readonly finish: (form: { readonly uid: string; readonly email: string }) => Promise<Result<string, Problem>>;
    readonly cancel: (form: { readonly uid: string }) => Promise<Result<string, Problem>>;
  } | null;
  /** The public keys of the proofs, RFC 7517. */
  readonly jwks: unknown;
  readonly printConfirmation: PrintConfirmation;
  readonly isHealthy: () => Promise<boolean>;
  /** What a phone knows an account by: tells nothing about it, and another's is another one. */
  readonly phoneTag: (accountId: AccountId) => string;
  readonly log: Log;
  readonly now: () => Instant;
  /** Origin, without a slash at the end. */
  readonly publicUrl: string;
  readonly isHttps: boolean;
  /** Where the quick exit leads. */
  readonly exitAddress: string;
  /** Proxies in front that can be believed. */
  readonly proxyHops: number;
  /** The languages that may be shown. */
  readonly locales: readonly string[];
  /** The best of them for an `Accept-Language` header. */
  readonly bestLocale: (acceptLanguage: string | undefined) => string;
  /** null: not built, as in development. */
  readonly problemPage: (wish: ProblemWish) => Promise<BuiltPage | null>;
};
