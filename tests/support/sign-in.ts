import type { APIRequestContext } from '@playwright/test';

/** An address that signs in at a server, with words in this language. */
export type SigningIn = { readonly address: string; readonly locale: string; readonly email: string };

/** Through the sandbox's provider, without its screens: those are looked at in tests of their own. */
export async function signInByHttp(http: APIRequestContext, { address, locale, email }: SigningIn): Promise<void> {
  const uid = await beginSignIn(http, { address, locale });
  if (uid === '') throw new Error(`expected the sandbox's screen at ${address}, found another page`);
  await http.post(`${address}/api/sandbox/sign-in`, { form: { uid, email, locale } });
}

/** The uid of a sign-in that has begun. */
export async function beginSignIn(
  http: APIRequestContext,
  { address, locale }: Omit<SigningIn, 'email'>,
): Promise<string> {
  const screen = await http.post(`${address}/api/sign-in`, { form: { page: 'sign-in', locale } });
  return new URL(screen.url()).searchParams.get('uid') ?? '';
}
