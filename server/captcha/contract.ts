import type { Result } from '#core/result.ts';

export type Captcha = {
  readonly isSandbox: boolean;
  /** JSON that the widget on the page asks for; null where the vendor serves its own. */
  challenge(): Promise<unknown>;
  /** `answer` as posted by the widget; empty or missing is `captcha-missing`, as is a wrong, expired or used one. */
  verify(answer: string | undefined): Promise<Result<'passed', { readonly kind: 'captcha-missing' }>>;
};
