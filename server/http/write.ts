import { randomBytes } from 'node:crypto';
import type { Handler } from 'hono';
import type { Problem } from '#core/problem/kinds.ts';
import { can, type StaffAct } from '#core/staff/permissions.ts';
import type { Applicant } from '../services.ts';
import type { FoundSession, SessionRow } from '../session.ts';
import { done, problemAlone, refuse } from './answer.ts';
import { mayHoldPhoto, readBody } from './body.ts';
import { deviceCookie, dropCookie, lifetimes, setCookie, takenSet, waitingCookie, whoseLeft } from './cookies.ts';
import { described, type WriteDescription, writePost } from './described.ts';
import { keptOf } from './kept-fields.ts';
import { isForeign } from './origin.ts';
import { type Page, type PageAddress, readPageAddress } from './pages.ts';
import type { ApiParts } from './parts.ts';
import { type RepeatRequest, repeatKeyForm, repeatKeyOf, type Settled } from './repeat.ts';
import { readVisit, type Visit } from './visit.ts';

/** What a route's act gets: who asks, what she sent, and the page that she sent it from. */
export type Act = {
  readonly parts: ApiParts;
  readonly session: SessionRow & { readonly accountId: NonNullable<SessionRow['accountId']> };
  readonly applicant: Applicant;
  readonly fields: Readonly<Record<string, string>>;
  readonly photo: Uint8Array | undefined;
  readonly address: PageAddress;
  readonly repeatKey: string;
};

export type WriteRoute = {
  /** The page whose form posts here, should the form not say. */
  readonly page: Page;
  /** An applicant, or whoever on the staff may do the act. */
  readonly who: 'applicant' | StaffAct;
  readonly allowsPhoto?: boolean;
  /** For the document of the API. */
  readonly describes: WriteDescription;
  act(act: Act): Promise<Settled>;
};

/** The one way of writing for people who are signed in: origin, body, session, role, once, answer. */
export function write(parts: ApiParts, route: WriteRoute): Handler {
  return described(writePost(route.describes, route), async (context) => {
    const arrival = await receive(context.req.raw, parts, route);
    if (arrival.kind === 'answered') return arrival.response;
    const { visit, fields, photo, address } = arrival;
    const entered = keptOf(address.page, fields);
    const found = await parts.sessions.find(visit.sessionToken);
    const session = found.kind === 'none' ? null : found.session;
    const turnedAway = (problem: Problem) => refuse(visit, { problem, address, entered, session }, parts);
    if (found.kind === 'expired') return await turnedAway({ kind: 'session-expired' });
    if (!isSignedIn(session)) return await turnedAway({ kind: 'not-signed-in' });
    // What waited on a phone says whose it is: it is never done as whoever signed in there meanwhile.
    const whose = context.req.header('puente-whose');
    if (whose !== undefined && whose !== parts.phoneTag(session.accountId))
      return await turnedAway({ kind: 'not-signed-in' });
    const isAllowed = route.who === 'applicant' ? session.role === 'applicant' : can(session.role, route.who);
    if (!isAllowed) return await turnedAway({ kind: 'not-allowed' });
    await parts.sessions.seen(session);

    const key = context.req.header('idempotency-key');
    if (key !== undefined && !repeatKeyForm.test(key)) return await turnedAway({ kind: 'unreadable-body' });
    const owner = key === undefined ? session.tokenHash : session.accountId;
    const request: RepeatRequest = { owner, route: context.req.path, fields, photo, key };
    const applicant = { accountId: session.accountId, deviceId: deviceOf(visit, parts), locale: visit.locale };
    const act: Act = { parts, session, applicant, fields, photo, address, repeatKey: repeatKeyOf(request) };
    const settled = await parts.repeats
      .once(request, () => route.act(act))
      .catch((error: unknown) => {
        parts.log.failure('route', error, visit.requestId);
        return { ok: false, error: { kind: 'unexpected' } } as const;
      });
    if (!settled.ok) return await turnedAway(settled.error);
    await dropWaiting(visit, session, parts);
    if (route.who === 'applicant') tellThePhone(visit, { address, goTo: settled.value.goTo }, parts);
    const { shown, goTo } = settled.value;
    if (shown)
      await parts.sessions.keepOutcome(session, { page: goTo.page, problem: null, entered: shown, at: parts.now() });
    return done(visit, settled.value);
  });
}

export type Arrival =
  | { readonly kind: 'answered'; readonly response: Response }
  | {
      readonly kind: 'arrived';
      readonly visit: Visit;
      readonly fields: Readonly<Record<string, string>>;
      readonly photo: Uint8Array | undefined;
      readonly address: PageAddress;
    };

/** Origin and body, which come before anybody is asked who she is. */
export async function receive(
  request: Request,
  parts: ApiParts,
  route: Pick<WriteRoute, 'page' | 'allowsPhoto'>,
): Promise<Arrival> {
  const visit = readVisit(request, parts);
  if (isForeign({ get: (name) => request.headers.get(name) ?? undefined }, parts.publicUrl)) {
    return { kind: 'answered', response: await problemAlone(visit, { kind: 'foreign-origin' }, parts) };
  }
  const asksForRoom = route.allowsPhoto === true && mayHoldPhoto(request);
  // Only who is signed in has a photo to send: strangers get no memory for one.
  const before = asksForRoom ? await parts.sessions.find(visit.sessionToken) : null;
  const isLarge = before?.kind === 'live' && isSignedIn(before.session);
  const body = await readBody(request, isLarge ? { kind: 'large', room: parts.room } : { kind: 'small' });
  if (!body.ok) {
    const found = before ?? (await parts.sessions.find(visit.sessionToken));
    const session = found.kind === 'none' ? null : found.session;
    const refused: Problem =
      asksForRoom && !isLarge && body.error.kind === 'body-too-large' ? stranger(found) : body.error;
    // The form says nothing that can be read.
    const address = visit.before ?? { page: route.page, query: '' };
    const refusal = { problem: refused, address, entered: {}, session };
    return { kind: 'answered', response: await refuse(visit, refusal, parts) };
  }
  const { page, locale, ...fields } = body.value.fields;
  return {
    kind: 'arrived',
    visit: locale && parts.locales.includes(locale) ? { ...visit, locale } : visit,
    fields,
    photo: body.value.photo,
    address: readPageAddress(page) ?? { page: route.page, query: '' },
  };
}

function stranger(found: FoundSession): Problem {
  return { kind: found.kind === 'expired' ? 'session-expired' : 'not-signed-in' };
}

/** An outcome goes with the next write. */
export async function dropWaiting(
  visit: Visit,
  session: SessionRow,
  { sessions, isHttps }: Pick<ApiParts, 'sessions' | 'isHttps'>,
): Promise<void> {
  if (visit.isWaiting) visit.cookies.push(dropCookie(waitingCookie, isHttps));
  await sessions.dropOutcome(session);
}

/** The draft of a form that was taken can go; of who has left, everything. */
export function tellThePhone(
  visit: Visit,
  { address, goTo }: { readonly address: PageAddress; readonly goTo: PageAddress },
  { isHttps }: Pick<ApiParts, 'isHttps'>,
): void {
  const { page, query } = address;
  visit.cookies.push(
    goTo.page === 'signed-out' || goTo.page === 'my-data/deleted'
      ? whoseLeft(isHttps)
      : takenSet(visit.taken, query === '' ? page : `${page}?${query}`, isHttps),
  );
}

function isSignedIn(session: SessionRow | null): session is Act['session'] {
  return session !== null && session.accountId !== null;
}

/** Random and first-party: fingerprints of cheap phones are the same for thousands. */
export function deviceOf(visit: Visit, { isHttps }: Pick<ApiParts, 'isHttps'>): string {
  if (visit.deviceId) return visit.deviceId;
  const device = randomBytes(16).toString('base64url');
  visit.cookies.push(setCookie(deviceCookie, device, { seconds: lifetimes.year, isHttps }));
  return device;
}
