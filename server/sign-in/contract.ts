import type { Result } from '#core/result.ts';

/** What has to survive the person's trip to the provider; kept sealed in her session, never in the browser. */
export type SignInFlow = {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
};

/** Who the provider says she is. `subject` is unique together with `issuer`. */
export type SignedIn = {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string;
};

export type SignInFailure = { readonly kind: 'sign-in-failed' | 'sign-in-cancelled' | 'sign-in-unavailable' };

/** OpenID Connect Core 1.0, authorization code flow with PKCE (RFC 7636) and private_key_jwt (RFC 7523). */
export type SignIn = {
  /** True for a double: the screen says so. */
  readonly isSandbox: boolean;
  /** Where the browser may be sent by a form (CSP `form-action`), such as `https://idp.example`. */
  readonly origin: string;
  /**
   * The address to send the person to, and what to keep until she is back. `locale` goes along as `ui_locales`; with
   * `another-account` the provider asks who she is, even where it knows her browser.
   */
  begin(
    locale: string,
    wish?: 'another-account',
  ): Promise<Result<{ readonly address: string; readonly flow: SignInFlow }, SignInFailure>>;
  /** Reads the call-back's address. The flow is used once. */
  complete(callback: URL, flow: SignInFlow): Promise<Result<SignedIn, SignInFailure>>;
};
