import type { AccountId } from '#core/ids.ts';
import type { Role } from '../../services.ts';
import type { SessionRow } from '../../session.ts';
import { sessionSet, waiting } from '../answer.ts';
import { languageCookie, lifetimes, setCookie, whoseSet } from '../cookies.ts';
import { type PageAddress, personQuery, readPageAddress } from '../pages.ts';
import type { ApiParts } from '../parts.ts';
import type { Visit } from '../visit.ts';
import { registrationPage } from './registration.ts';

type Who = { readonly accountId: AccountId; readonly role: Role };

/** Begins her session in the place of the one before, by whatever way she came in; gives it and the page to go on with. */
export async function enter(
  visit: Visit,
  { before, who }: { readonly before: SessionRow; readonly who: Who },
  parts: ApiParts,
): Promise<{ readonly session: SessionRow; readonly goTo: PageAddress }> {
  const { isHttps } = parts;
  const opened = await parts.sessions.signIn(before, { ...who, locale: visit.locale });
  visit.cookies.push(sessionSet(opened.token, isHttps), waiting(opened.outcome?.page ?? '', isHttps));
  visit.cookies.push(setCookie(languageCookie, visit.locale, { seconds: lifetimes.year, isHttps }));
  visit.cookies.push(whoseSet(parts.phoneTag(who.accountId), isHttps));
  const wayBack = readPageAddress(opened.wayBack ?? undefined);
  return { session: opened.session, goTo: wayBack ?? (await firstPage(who, parts)) };
}

export async function firstPage(
  { role, accountId }: Who,
  { services }: Pick<ApiParts, 'services'>,
): Promise<PageAddress> {
  if (role !== 'applicant') return { page: 'staff', query: '' };
  const standing = await services.standing(accountId);
  if (standing.step !== 'registering') return { page: 'status', query: '' };
  return { page: registrationPage(standing.next), query: personQuery(standing.person) };
}
