import type { Handler, Hono } from 'hono';
import { done, openSession, waiting } from '../answer.ts';
import { languageCookie, lifetimes, setCookie } from '../cookies.ts';
import { described, openPost } from '../described.ts';
import { keptOf } from '../kept-fields.ts';
import { pages } from '../pages.ts';
import type { ApiParts } from '../parts.ts';
import { choice, maybe } from '../shapes.ts';
import { receive } from '../write.ts';

/**
 * The same page in another language (`?to=ru`), with what was typed so far. The language menu posts the page's own form
 * here, photo and all, which goes no further.
 */
export function mountLanguage(app: Hono, parts: ApiParts): void {
  const to = maybe(choice(parts.locales));
  const change: Handler = async (context) => {
    const arrival = await receive(context.req.raw, parts, { page: 'language', allowsPhoto: true });
    if (arrival.kind === 'answered') return arrival.response;
    const { visit, fields, address } = arrival;
    const wish = context.req.query('to') ?? fields['to'];
    const locale = wish && parts.locales.includes(wish) ? wish : visit.locale;
    visit.cookies.push(setCookie(languageCookie, locale, { seconds: lifetimes.year, isHttps: parts.isHttps }));

    const found = await parts.sessions.find(visit.sessionToken);
    const session = found.kind === 'live' ? found.session : null;
    if (session) await parts.sessions.setLocale(session, locale);
    if (session?.accountId) await parts.services.speak({ accountId: session.accountId, locale });
    const entered = keptOf(address.page, fields);
    const before = session ? parts.sessions.outcome(session) : null;
    // What was wrong on this page is wrong in the other language, too.
    const problem = before?.page === address.page ? before.problem : null;
    const isWorthKeeping = Object.keys(entered).length > 0 || problem !== null;
    // After an expired session the next post tells so; here nobody knows whose these values are.
    if (isWorthKeeping && found.kind !== 'expired' && pages[address.page] !== 'static') {
      const holder = session ?? (await openSession(visit, parts));
      const requestId = before?.requestId && problem ? { requestId: before.requestId } : {};
      await parts.sessions.keepOutcome(holder, { page: address.page, problem, entered, at: parts.now(), ...requestId });
      visit.cookies.push(waiting(address.page, parts.isHttps));
    }
    return done({ ...visit, locale }, { goTo: address });
  };
  const description = openPost({
    summary: 'The same page in another language; what was typed goes along.',
    fields: { to },
    answer: {},
    problems: [],
  });
  app.post('/api/language', described({ ...description, query: { to } }, change));
}
