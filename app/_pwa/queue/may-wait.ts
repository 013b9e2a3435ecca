/**
 * What may wait on the phone until there is a line. The rest needs its answer at once: asking and confirming look at
 * where the phone is and at who holds it, and what staff write changes what others see.
 */
const waits: ReadonlySet<string> = new Set([
  '/api/request/ports',
  '/api/request/withdraw',
  '/api/standing-request/alive',
  '/api/offer/decline',
  '/api/appointment/cancel',
  '/api/text-report',
]);

const answer = /^\/api\/registration\/[a-z-]+$/;

/** By the route's path, such as `/api/registration/name`. */
export function mayWait(path: string): boolean {
  return waits.has(path) || answer.test(path);
}
