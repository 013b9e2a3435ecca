/** As `server/http/cookies.ts` names it. */
const whoseCookie = 'puente_whose';

/**
 * Whose phone this is now: the tag of who signed in last and hasn't signed out, empty for nobody. undefined: this is a
 * worker in a browser that shows it no cookies.
 */
export async function whoseNow(): Promise<string | undefined> {
  if (typeof document !== 'undefined') return cookieIn(document.cookie, whoseCookie) ?? '';
  // Not in Firefox before 140, nor in Safari before 18.4.
  if (typeof cookieStore === 'undefined') return undefined;
  return (await cookieStore.get(whoseCookie))?.value ?? '';
}

/** The value of one cookie of `document.cookie`. */
export function cookieIn(cookies: string, name: string): string | undefined {
  const pair = cookies.split('; ').find((one) => one.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}
