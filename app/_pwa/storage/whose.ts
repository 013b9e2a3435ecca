import { readFrom } from './database.ts';

/** As `server/http/cookies.ts` names it. */
const whoseCookie = 'puente_whose';
const signedOut = 'nobody';

/**
 * Whose phone this is now: the tag of who signed in last and hasn't signed out, empty for nobody, or for somebody whose
 * session is over. undefined: this is a worker in a browser that shows it no cookies.
 */
export async function whoseNow(): Promise<string | undefined> {
  const tag = await tagNow();
  return tag === signedOut ? '' : tag;
}

/** As a page last saw it, where this worker can't. */
export async function whoseIn(database: IDBDatabase): Promise<string> {
  return (await whoseNow()) ?? (await readFrom(database, 'settings', 'whose')) ?? '';
}

/** Not so where her session has only run out, or a browser that crashed has lost its cookies. */
export async function hasSignedOut(): Promise<boolean> {
  return (await tagNow()) === signedOut;
}

async function tagNow(): Promise<string | undefined> {
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
