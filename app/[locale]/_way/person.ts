import { redirect } from 'next/navigation';
import type { AccountId } from '#core/ids.ts';
import type { Locale } from '#core/language/locales.ts';
import { can, isStaffRole, type StaffAct } from '#core/staff/permissions.ts';
import { type Standing, services } from '#server/services.ts';
import { type PageSession, pageSession } from '#server/session-for-pages.ts';

export type SignedIn = { readonly session: PageSession; readonly accountId: AccountId };

/** Who looks at the page; who isn't signed in is led to do so, and who was for too long is told that first. */
export async function signedIn(locale: Locale): Promise<SignedIn> {
  const session = await pageSession();
  if (session.accountId === null) redirect(`/${locale}/${session.isExpired ? 'signed-out' : 'sign-in'}`);
  return { session, accountId: session.accountId };
}

type Step = Standing['step'];
/** `Extract` would drop a member that stands for two steps. */
export type StandingAt<Steps extends Step> = Standing extends infer One
  ? One extends { readonly step: infer Own }
    ? [Own & Steps] extends [never]
      ? never
      : One & { readonly step: Own & Steps }
    : never
  : never;

/** An applicant who stands at one of these steps; anybody else is led to where she stands. */
export async function standingAt<const Steps extends Step>(
  locale: Locale,
  steps: readonly Steps[],
): Promise<SignedIn & { readonly standing: StandingAt<Steps> }> {
  const person = await applicant(locale);
  if (!isAt(person.standing, steps)) redirect(`/${locale}/status`);
  return { ...person, standing: person.standing };
}

/** An applicant, wherever she stands. Staff have pages of their own. */
export async function applicant(locale: Locale): Promise<SignedIn & { readonly standing: Standing }> {
  const person = await signedIn(locale);
  if (isStaffRole(person.session.role)) redirect(`/${locale}/staff`);
  return { ...person, standing: await services().standing(person.accountId) };
}

/** A member of staff who may do this; applicants are led to their status, others to what they may do. */
export async function staffFor(locale: Locale, act: StaffAct): Promise<SignedIn> {
  const person = await signedIn(locale);
  if (!isStaffRole(person.session.role)) redirect(`/${locale}/status`);
  if (!can(person.session.role, act)) redirect(`/${locale}/staff`);
  return person;
}

export function isAt<const Steps extends Step>(
  standing: Standing,
  steps: readonly Steps[],
): standing is StandingAt<Steps> {
  return (steps as readonly Step[]).includes(standing.step);
}
