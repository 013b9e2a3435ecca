import { registrationSteps } from '#core/registration/answers.ts';

/**
 * What may wait on the phone until there is a line. The rest needs its answer at once: asking and confirming look at
 * where the phone is and at who holds it, what staff write changes what others see, and who is added to a group is there
 * twice where the first answer was lost.
 */
const waits: ReadonlySet<string> = new Set([
  ...registrationSteps.map((step) => `/api/registration/${step}`),
  '/api/registration',
  '/api/request/ports',
  '/api/request/withdraw',
  '/api/standing-request/alive',
  '/api/offer/decline',
  '/api/appointment/cancel',
  '/api/text-report',
]);

/** By the route's path, such as `/api/registration/name`. */
export function mayWait(path: string): boolean {
  return waits.has(path);
}

/** The rest is somebody's: sent while nobody is signed in, it would wait for nobody. */
export function isFromAnybody(path: string): boolean {
  return path === '/api/text-report';
}
