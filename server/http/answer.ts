import type { Problem } from '#core/problem/kinds.ts';
import { isStaffRole } from '#core/staff/permissions.ts';
import { leadsToSignIn, type Outcome, type SessionRow } from '../session.ts';
import { dropCookie, lifetimes, sessionCookie, setCookie, waitingCookie, whoseCookie } from './cookies.ts';
import { isProblemPage, type Page, type PageAddress, pathOf } from './pages.ts';
import type { ApiParts } from './parts.ts';
import type { Answer } from './repeat.ts';
import { statusOf } from './status.ts';
import type { Visit } from './visit.ts';

type Extra = Readonly<Record<string, string>>;
type Reply = { readonly status: number; readonly headers: Extra; readonly body?: string };

function respond(visit: Visit, { status, headers, body }: Reply): Response {
  const response = new Response(body ?? null, { status, headers: { 'Cache-Control': 'no-store', ...headers } });
  for (const cookie of visit.cookies) response.headers.append('Set-Cookie', cookie);
  return response;
}

/** 303 with post, redirect, get; or JSON with the same address as `next`. */
export function done(visit: Visit, answer: Answer): Response {
  return sent(visit, pathOf(visit.locale, answer.goTo), answer.value);
}

/** The same for an address that may be another site's: the sign-in provider's. */
export function sent(visit: Visit, address: string, value: Answer['value'] = {}): Response {
  if (!visit.wantsJson) return respond(visit, { status: 303, headers: { Location: address } });
  const body = JSON.stringify({ next: address, ...value });
  return respond(visit, { status: 200, headers: { 'Content-Type': 'application/json' }, body });
}

/** An RFC 9457 document: kinds and numbers; the words are in the catalogs. */
function problemDocument(
  visit: Visit,
  problem: Problem,
  { next, headers = {} }: { readonly next?: string | undefined; readonly headers?: Extra | undefined },
): Response {
  const { kind, fields, numbers } = problem;
  const status = statusOf[kind];
  const document = {
    type: `/problems/${kind}`,
    title: kind,
    status,
    ...(fields ? { fields } : {}),
    ...(numbers ? { numbers } : {}),
    ...(next ? { next } : {}),
    requestId: visit.requestId,
  };
  const type = { 'Content-Type': 'application/problem+json' };
  return respond(visit, { status, headers: { ...headers, ...type }, body: JSON.stringify(document) });
}

/** A problem that belongs to no form: its own page with its own status. */
export async function problemAlone(
  visit: Visit,
  problem: Problem,
  { problemPage, headers = {} }: Pick<ApiParts, 'problemPage'> & { readonly headers?: Extra },
): Promise<Response> {
  if (visit.wantsJson) return problemDocument(visit, problem, { headers });
  const kind = isProblemPage(problem.kind) ? problem.kind : 'unexpected';
  const { locale, requestId, before: back } = visit;
  const page = await problemPage({ problem: kind, locale, requestId, back });
  if (page)
    return respond(visit, { ...page, status: statusOf[problem.kind], headers: { ...page.headers, ...headers } });
  return respond(visit, { status: 303, headers: { ...headers, Location: `/${visit.locale}/problems/${kind}` } });
}

export type Refusal = {
  readonly problem: Problem;
  /** The page whose form it was. */
  readonly address: PageAddress;
  readonly entered: Readonly<Record<string, string>>;
  /** Live, or with `session-expired` the expired one; null: there is none. */
  readonly session: SessionRow | null;
};

/**
 * A problem of a form: kept in the session, and back to the form's page; without a session that is good for it, to the
 * sign-in page, with the way back kept.
 */
export async function refuse(visit: Visit, refusal: Refusal, parts: ApiParts): Promise<Response> {
  const { problem, entered } = refusal;
  const address = toldAt(refusal);
  const signsIn = leadsToSignIn(problem);
  const next = pathOf(visit.locale, signsIn ? { page: 'sign-in', query: '' } : address);
  // A fetch keeps what it sent by itself, and gets its answer in the body.
  if (visit.wantsJson) return problemDocument(visit, problem, { next: signsIn ? next : undefined });
  const unexpected = problem.kind === 'unexpected' ? { requestId: visit.requestId } : {};
  const outcome: Outcome = { page: address.page, problem, entered, at: parts.now(), ...unexpected };
  if (refusal.session && problem.kind === 'session-expired') {
    await parts.sessions.keepAfterExpiry(refusal.session, outcome);
  } else {
    // Nobody knows whose it is before she has signed in, so nothing that was entered is kept.
    const kept = signsIn ? { ...outcome, entered: {} } : outcome;
    await parts.sessions.keepOutcome(refusal.session ?? (await openSession(visit, parts)), kept);
  }
  visit.cookies.push(waiting(signsIn ? 'sign-in' : address.page, parts.isHttps));
  // What the phone keeps of her is shown again once she is known.
  if (signsIn) visit.cookies.push(dropCookie(whoseCookie, parts.isHttps));
  return respond(visit, { status: 303, headers: { Location: next } });
}

const closedPages: readonly Page[] = ['register/check', 'register/group', 'register/person', 'group/split', 'offer'];

/**
 * The page that she will see: one that is for other people, or that her state has closed meanwhile, leads away at once,
 * and the problem would be told to nobody.
 */
function toldAt({ problem, address, session }: Refusal): PageAddress {
  const home: PageAddress = { page: isStaffRole(session?.role ?? '') ? 'staff' : 'status', query: '' };
  if (problem.kind === 'not-allowed' || problem.kind === 'not-asked') return home;
  return closedPages.includes(address.page) && outgrown.has(problem.kind) ? home : address;
}

/** The problems that say: you stand somewhere else. */
const outgrown: ReadonlySet<Problem['kind']> = new Set([
  'registration-complete',
  'registration-incomplete',
  'no-offer',
  'offer-lapsed',
]);

/** A session for somebody who has none yet. */
export async function openSession(visit: Visit, parts: Pick<ApiParts, 'sessions' | 'isHttps'>): Promise<SessionRow> {
  const opened = await parts.sessions.start(visit.locale);
  visit.cookies.push(sessionSet(opened.token, parts.isHttps));
  return opened.session;
}

export function sessionSet(token: string, isHttps: boolean): string {
  return setCookie(sessionCookie(isHttps), token, { seconds: lifetimes.session, isHttps });
}

export function waiting(page: string, isHttps: boolean): string {
  return page === ''
    ? dropCookie(waitingCookie, isHttps)
    : setCookie(waitingCookie, page, { seconds: lifetimes.waiting, isHttps });
}
