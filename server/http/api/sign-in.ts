import type { Handler, Hono } from 'hono';
import { done, openSession, refuse, sent } from '../answer.ts';
import { dropCookie, sessionCookie, waitingCookie, whoseLeft } from '../cookies.ts';
import { described, openPost } from '../described.ts';
import type { PageAddress } from '../pages.ts';
import type { ApiParts } from '../parts.ts';
import { maybe, text } from '../shapes.ts';
import { readVisit } from '../visit.ts';
import { receive } from '../write.ts';
import { enter } from './enter.ts';

const signInPage: PageAddress = { page: 'sign-in', query: '' };

/** There (`POST /api/sign-in`), back (`GET /api/sign-in/callback`, the one exception to POST), and out. */
export function mountSignIn(app: Hono, parts: ApiParts): void {
  const { sessions, isHttps } = parts;

  const begin: Handler = async (context) => {
    const arrival = await receive(context.req.raw, parts, { page: 'sign-in' });
    if (arrival.kind === 'answered') return arrival.response;
    const { visit } = arrival;
    const found = await sessions.find(visit.sessionToken);
    const session = found.kind === 'live' ? found.session : null;
    const begun = await parts.signIn.begin(visit.locale);
    if (!begun.ok)
      return await refuse(visit, { problem: begun.error, address: signInPage, entered: {}, session }, parts);
    // What waits stays: it holds the way back.
    const holder = session ?? (await openSession(visit, parts));
    await sessions.setLocale(holder, visit.locale);
    await sessions.keepFlow(holder, begun.value.flow);
    return sent(visit, begun.value.address);
  };
  const beginning = {
    summary: 'Begin to sign in: leads to the provider.',
    fields: {},
    answer: {},
    problems: ['sign-in-unavailable'],
  } as const;
  app.post('/api/sign-in', described(openPost(beginning), begin));

  const comeBack: Handler = async (context) => {
    // The provider's page is the referer: the language is that in which she left.
    const arrived = readVisit(context.req.raw, parts);
    const found = await sessions.find(arrived.sessionToken);
    const session = found.kind === 'live' ? found.session : null;
    const visit = session ? { ...arrived, locale: session.locale } : arrived;
    const turnedAway = (kind: 'sign-in-failed' | 'sign-in-cancelled' | 'sign-in-unavailable') =>
      refuse(visit, { problem: { kind }, address: signInPage, entered: {}, session }, parts);

    const flow = session ? await sessions.takeFlow(session) : null;
    if (!session || !flow) return await turnedAway('sign-in-failed');
    const callback = new URL(context.req.url);
    const completed = await parts.signIn.complete(new URL(callback.pathname + callback.search, parts.publicUrl), flow);
    if (!completed.ok) return await turnedAway(completed.error.kind);

    const { accountId, role } = await parts.services.arrive({ signedIn: completed.value, locale: visit.locale });
    const entered = await enter(visit, { before: session, who: { accountId, role } }, parts);
    return done(visit, { goTo: entered.goTo });
  };
  const coming = {
    summary: 'Where the provider sends her back to; the one write that is no POST (OpenID Connect Core, 3.1.2.5).',
    who: 'anybody',
    query: { code: maybe(text(4000, 'ana')), state: maybe(text(4000, 's')), error: maybe(text(200)) },
    answers: openPost({ summary: '', fields: {}, answer: {}, problems: [] }).answers,
    problems: ['sign-in-failed', 'sign-in-cancelled', 'sign-in-unavailable', 'unexpected'],
  } as const;
  app.get('/api/sign-in/callback', described(coming, comeBack));

  const leave: Handler = async (context) => {
    const arrival = await receive(context.req.raw, parts, { page: 'signed-out' });
    if (arrival.kind === 'answered') return arrival.response;
    const { visit } = arrival;
    const found = await sessions.find(visit.sessionToken);
    if (found.kind === 'live') {
      const { accountId } = found.session;
      // Phones are shared: what was meant for her is not shown to the next one.
      if (accountId && visit.deviceId) {
        const off = await parts.services.switchPushOff({ applicant: { accountId, deviceId: visit.deviceId } });
        if (!off.ok) throw new Error(`expected messages to be switched off, found ${off.error.kind}`);
      }
      await sessions.end(found.session);
    }
    for (const name of [sessionCookie(isHttps), waitingCookie]) visit.cookies.push(dropCookie(name, isHttps));
    visit.cookies.push(whoseLeft(isHttps));
    return done(visit, { goTo: { page: 'signed-out', query: '' } });
  };
  const leaving = { summary: 'Sign out on this device.', fields: {}, answer: {}, problems: [] };
  app.post('/api/sign-out', described(openPost(leaving), leave));
}
