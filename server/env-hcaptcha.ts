import { err, ok, type Result } from '#core/result.ts';

export type HcaptchaEnv = {
  readonly siteKey: string;
  readonly secret: string;
  readonly scriptUrl: string;
  readonly verifyUrl: string;
};

type Values = {
  readonly PUENTE_MODE: 'demonstration' | 'production';
  readonly CAPTCHA: 'altcha' | 'hcaptcha';
  readonly HCAPTCHA_SITE_KEY?: string | undefined;
  readonly HCAPTCHA_SECRET?: string | undefined;
  readonly HCAPTCHA_SCRIPT_URL?: string | undefined;
  readonly HCAPTCHA_VERIFY_URL?: string | undefined;
};

/** Error: the variable that is missing or too much, and what was expected. */
type WrongHcaptcha = { readonly kind: 'wrong-variable'; readonly variable: keyof Values; readonly expected?: string };

const vendor = {
  scriptUrl: 'https://js.hcaptcha.com/1/api.js',
  verifyUrl: 'https://api.hcaptcha.com/siteverify',
};

/** hCaptcha's settings where `CAPTCHA` chooses it; undefined for Altcha, which needs none. */
export function readHcaptcha(values: Values): Result<HcaptchaEnv | undefined, WrongHcaptcha> {
  const { HCAPTCHA_SITE_KEY: siteKey, HCAPTCHA_SECRET: secret, HCAPTCHA_SCRIPT_URL, HCAPTCHA_VERIFY_URL } = values;
  if (values.CAPTCHA === 'altcha') {
    const isAnyGiven = [siteKey, secret, HCAPTCHA_SCRIPT_URL, HCAPTCHA_VERIFY_URL].some(Boolean);
    return isAnyGiven
      ? err({ kind: 'wrong-variable', variable: 'CAPTCHA', expected: 'hcaptcha, which the HCAPTCHA_ variables are of' })
      : ok(undefined);
  }
  if (!siteKey) return err({ kind: 'wrong-variable', variable: 'HCAPTCHA_SITE_KEY' });
  if (!secret) return err({ kind: 'wrong-variable', variable: 'HCAPTCHA_SECRET' });
  const scriptUrl = HCAPTCHA_SCRIPT_URL ?? vendor.scriptUrl;
  const verifyUrl = HCAPTCHA_VERIFY_URL ?? vendor.verifyUrl;
  if (values.PUENTE_MODE === 'production') {
    const expected = 'an address on https: a script and a secret go over it';
    if (!scriptUrl.startsWith('https:'))
      return err({ kind: 'wrong-variable', variable: 'HCAPTCHA_SCRIPT_URL', expected });
    if (!verifyUrl.startsWith('https:'))
      return err({ kind: 'wrong-variable', variable: 'HCAPTCHA_VERIFY_URL', expected });
  }
  return ok({ siteKey, secret, scriptUrl, verifyUrl });
}
