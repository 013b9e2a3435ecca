import { createHash } from 'node:crypto';
import { z } from 'zod';
import { err, ok, type Result } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Captcha, CaptchaFailure, VendorTask } from './contract.ts';

export type HcaptchaSettings = {
  readonly siteKey: string;
  readonly secret: string;
  /** The vendor's `https://js.hcaptcha.com/1/api.js`, or a simulator's. */
  readonly scriptUrl: string;
  /** The vendor's `https://api.hcaptcha.com/siteverify`, or a simulator's. */
  readonly verifyUrl: string;
  readonly now: () => Instant;
  /** Remembers `id` until the instant: true for the first who asks, in all processes together, false for the rest. */
  readonly markUsed: (id: string, until: Instant) => Promise<boolean>;
  /** Told why the vendor could not be asked, in words of the code: its owner has to look. */
  readonly report: (reason: string) => void;
  readonly patienceMilliseconds?: number;
};

/** She looks at "Sending …" as long; the vendor answers in a tenth of a second on a good day. */
const patience = 5000;

/** The vendor lets a passcode live for 2 minutes; it refuses one that comes again, and so do we. */
const passcodeLifeMilliseconds = 10 * 60 * 1000;

/** Some 40 characters with the vendor's test keys, some 2,000 else. */
const passcodeShape = /^[\w.-]{20,8000}$/;

/** What the vendor says where our configuration is wrong, which no person can mend (docs.hcaptcha.com, siteverify). */
const ourFault = /secret|bad-request|mismatch|dummy-passcode/;

const verdictShape = z.object({ success: z.boolean(), 'error-codes': z.array(z.string()).default([]) });

/** hCaptcha: the vendor's box on the page, its passcode asked about over HTTP. No address of hers is sent along. */
export function createHcaptchaCaptcha(settings: HcaptchaSettings): Captcha {
  const { siteKey, scriptUrl, now, markUsed } = settings;
  const task: VendorTask = { vendor: 'hcaptcha', siteKey, scriptUrl };
  return {
    isSandbox: false,
    origins: originsOf(scriptUrl),
    challenge: async () => task,

    async verify(passcode) {
      if (!passcode || !passcodeShape.test(passcode)) return err({ kind: 'captcha-missing' });
      const judged = await askVendor(settings, passcode);
      if (!judged.ok) return judged;
      // Two that come at the same moment may both be told yes.
      const id = createHash('sha256').update(passcode).digest('base64url');
      const isFirst = await markUsed(`hcaptcha ${id}`, (now() + passcodeLifeMilliseconds) as Instant);
      return isFirst ? judged : err({ kind: 'captcha-missing' });
    },
  };
}

async function askVendor(settings: HcaptchaSettings, passcode: string): Promise<Result<'passed', CaptchaFailure>> {
  const { siteKey, secret, verifyUrl, report, patienceMilliseconds = patience } = settings;
  try {
    const response = await fetch(verifyUrl, {
      method: 'POST',
      body: new URLSearchParams({ secret, sitekey: siteKey, response: passcode }),
      // The secret goes there and nowhere else.
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    const verdict = verdictShape.safeParse(await response.json());
    if (!verdict.success) return unavailable(report, `answer ${response.status} that is no verdict`);
    if (verdict.data.success) return ok('passed');
    const faults = verdict.data['error-codes'].filter((code) => ourFault.test(code) && /^[a-z-]{1,60}$/.test(code));
    return faults.length > 0 ? unavailable(report, faults.join(' ')) : err({ kind: 'captcha-missing' });
  } catch (error) {
    return unavailable(report, error instanceof Error ? error.name : 'no answer');
  }
}

function unavailable(report: HcaptchaSettings['report'], reason: string): Result<never, CaptchaFailure> {
  report(reason);
  return err({ kind: 'captcha-unavailable' });
}

/** The vendor asks for its whole domain: its parts move between hosts. A simulator is one origin. */
function originsOf(scriptUrl: string): readonly string[] {
  const { hostname, origin } = new URL(scriptUrl);
  const isVendors = hostname === 'hcaptcha.com' || hostname.endsWith('.hcaptcha.com');
  return isVendors ? ['https://hcaptcha.com', 'https://*.hcaptcha.com'] : [origin];
}
