import { err, ok } from '#core/result.ts';
import type { Captcha } from './contract.ts';

/** The one answer that the double takes, as often as it comes. */
const sandboxPass = 'sandbox-pass';

/** The double, for tests and for phones that shall not work: its challenge says what to answer. */
export function createSandboxCaptcha(): Captcha {
  return {
    isSandbox: true,
    origins: [],
    challenge: async () => ({ sandbox: sandboxPass }),
    verify: async (answer) => (answer === sandboxPass ? ok('passed') : err({ kind: 'captcha-missing' })),
  };
}
