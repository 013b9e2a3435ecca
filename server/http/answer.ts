import type { Problem } from '#core/problem/kinds.ts';
import { leadsToSignIn, type Outcome, type SessionRow } from '../session.ts';
import { dropCookie, lifetimes, sessionCookie, setCookie, waitingCookie } from './cookies.ts';
import { isProblemPage, type PageAddress, pathOf } from './pages.ts';
import type { ApiParts } from './parts.ts';
import type { Answer } from './repeat.ts';
import { statusOf } from './status.ts';
import type { Visit } from './visit.ts';

type Extra = Readonly<Record<string, string>>;

function respond(visit: Visit, status: number, headers: Extra, body: string | null): Response {
  const response = new Response(body, { status, headers: { 'Cache-Control': 'no-store', ...headers } });
  for (const cookie of visit.cookies) response.headers.append('Set-Cookie', cookie);
  return response;
}

/** 303 with post, redirect, get; or JSON with the same address as `next`. */
export function done(visit: Visit, answer: Answer, locale = visit.locale): Response {
  return sent(visit, pathOf(locale, answer.goTo), answer.value);
}

/** The same for an address that may be another site's: the sign-in provider's. */
export function sent(visit: Visit, address: string, value: Answer['value'] = {}): Response {
  if (!visit.wantsJson) return respond(visit, 303, { Location: address }, null);
  return respond(visit, 200, { 'Content-Type': 'application/json' }, JSON.stringify({ next: address, ...value }));
}

/** An RFC 9457 document: kinds and numbers; the words are in the catalogs. */
export function problemDocument(visit: Visit, problem: Problem, next?: string, headers: Extra = {}): Response {
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
  return respond(visit, status, { ...headers, 'Content-Type': 'application/problem+json' }, JSON.stringify(document));
}

/** A problem that belongs to no form: its own page with its own status. */
export async function problemAlone(
  visit: Visit,
  problem: Problem,
  parts: ApiParts,
  headers: Extra = {},
): Promise<Response> {
  if (visit.wantsJson) return problemDocument(visit, problem, undefined, headers);
  const kind = isProblemPage(problem.kind) ? problem.kind : 'unexpected';
  const page = await parts.problemPage(kind, visit.locale, visit.requestId);
  if (page) return respond(visit, statusOf[problem.kind], { ...page.headers, ...headers }, page.body);
  return respond(visit, 303, { ...headers, Location: `/${visit.locale}/problems/${kind}` }, null);
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
  const { problem, address, session } = refusal;
  const signsIn = leadsToSignIn(problem);
  const next = pathOf(visit.locale, signsIn ? { page: 'sign-in', query: '' } : address);
  // A fetch keeps what it sent by itself, and gets its answer in the body.
  if (visit.wantsJson) return problemDocument(visit, problem, signsIn ? next : undefined);
  const at = parts.now();
  const unexpected = problem.kind === 'unexpected' ? { requestId: visit.requestId } : {};
  const outcome: Outcome = { page: address.page, problem, entered: refusal.entered, at, ...unexpected };
  await keep(visit, outcome, refusal, parts);
  visit.cookies.push(waiting(signsIn ? 'sign-in' : address.page, parts.isHttps));
  return respond(visit, 303, { Location: next }, null);
}

async function keep(visit: Visit, outcome: Outcome, { session }: Refusal, parts: ApiParts): Promise<void> {
  if (session && outcome.problem?.kind === 'session-expired')
    return await parts.sessions.keepAfterExpiry(session, outcome);
  // Nobody knows whose it is before she has signed in, so nothing that was entered is kept.
  const kept = leadsToSignIn(outcome.problem) ? { ...outcome, entered: {} } : outcome;
  await parts.sessions.keepOutcome(session ?? (await openSession(visit, parts)), kept);
}

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
