import type { Result } from '#core/result.ts';

export type CaptchaFailure =
  | { readonly kind: 'captcha-missing' }
  /** The vendor is down, slow or refuses us: not her doing, so she tries again or takes the assisted way. */
  | { readonly kind: 'captcha-unavailable' };

export type Captcha = {
  readonly isSandbox: boolean;
  /** Foreign origins that the page with the check loads from, as a CSP names them; none where we serve all of it. */
  readonly origins: readonly string[];
  /**
   * JSON that the page begins with: Altcha's challenge, the sandbox's `{ sandbox }`, or a `VendorTask` where the vendor
   * brings the check along.
   */
  challenge(): Promise<unknown>;
  /** `answer` as posted by the page; empty or missing is `captcha-missing`, as is a wrong, expired or used one. */
  verify(answer: string | undefined): Promise<Result<'passed', CaptchaFailure>>;
};

/** The page loads the vendor's script from there, and from nowhere before it is told so. */
export type VendorTask = { readonly vendor: 'hcaptcha'; readonly siteKey: string; readonly scriptUrl: string };
