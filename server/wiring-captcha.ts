import type { Instant } from '#core/time/instant.ts';
import { createAltchaCaptcha } from './captcha/altcha.ts';
import type { Captcha } from './captcha/contract.ts';
import { createHcaptchaCaptcha } from './captcha/hcaptcha.ts';
import type { Database } from './db/database.ts';
import { markUsed } from './db/repositories/captcha-uses.ts';
import type { Env } from './env.ts';
import type { Log } from './log.ts';

type Given = {
  readonly database: Database;
  readonly log: Log;
  readonly now: () => Instant;
  readonly altchaKey: Uint8Array;
};

/** The check against robots that the environment names: Altcha, or hCaptcha where `CAPTCHA` says so. */
export function wireCaptcha(env: Env, { database, log, now, altchaKey }: Given): Captcha {
  const shared = { now, markUsed: (id: string, until: Instant) => markUsed(database.kysely, id, until) };
  if (!env.hcaptcha) return createAltchaCaptcha({ ...shared, hmacKey: altchaKey, mostTries: env.altchaTries });
  return createHcaptchaCaptcha({
    ...shared,
    ...env.hcaptcha,
    report: (reason) => log.event('captcha-unavailable', { reason }),
  });
}
