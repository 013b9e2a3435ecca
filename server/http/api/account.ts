import type { Context, Handler, Hono } from 'hono';
import type { Problem } from '#core/problem/kinds.ts';
import type { Stranger } from '../../services/account.ts';
import type { SessionRow } from '../../session.ts';
import { done, openSession, refuse, waiting } from '../answer.ts';
import { described, openPost, type WriteDescription } from '../described.ts';
import { keptOf } from '../kept-fields.ts';
import { networkOf } from '../network.ts';
import type { Page, PageAddress } from '../pages.ts';
import type { ApiParts } from '../parts.ts';
import { maybe, text } from '../shapes.ts';
import type { Visit } from '../visit.ts';
import { deviceOf, receive, write } from '../write.ts';
import { enter, firstPage } from './enter.ts';

type Caller = {
  readonly visit: Visit;
  readonly fields: Readonly<Record<string, string>>;
  /** Her session, if she has one that lives. */
  readonly session: SessionRow | null;
  readonly stranger: Stranger;
  readonly refused: (problem: Problem) => Promise<Response>;
};

const code = text(80, '1234 5678 9012 3456 7890');

/** For the document of the API. */
const describes = {
  make: {
    summary: 'Make an account without e-mail; its code is shown on the next page, once.',
    fields: {},
    answer: {},
    problems: ['too-many-tries'],
  },
  'account/sign-in': {
    summary: 'Sign in by a code of 20 digits; on a new device the date of birth is asked for next.',
    fields: { code },
    answer: {},
    problems: ['too-many-tries'],
  },
  'account/find': {
    summary: 'Sign in by code and date of birth.',
    fields: {
      code,
      birthDay: maybe(text(20, '29')),
      birthMonth: maybe(text(20, '2')),
      birthYear: maybe(text(20, '1992')),
    },
    answer: {},
    problems: ['too-many-tries', 'account-not-found'],
  },
  check: {
    summary: 'Say that the new code is on paper, by its last digits.',
    fields: { group: text(20, '7890') },
    answer: {},
    problems: ['form-stale'],
  },
  renew: {
    summary: 'Make a new code; the old one stops working, and all other devices are signed out.',
    fields: {},
    answer: {},
    problems: [],
  },
  leave: { summary: 'Sign out on every device.', fields: {}, answer: {}, problems: [] },
} as const satisfies Readonly<Record<string, WriteDescription>>;

/** Accounts without e-mail: made here, signed in to by a code. What is done with one, once she is in, goes by `write`. */
export function mountAccount(app: Hono, parts: ApiParts): void {
  const { services, sessions } = parts;
  const account: PageAddress = { page: 'account', query: '' };

  const make: Handler = (context) =>
    asStranger(context, { parts, page: 'account/new' }, async ({ visit, session, stranger, refused }) => {
      // Pressed again, or from an old tab: she has an account, and a second one would be no use to her.
      if (session?.accountId) return done(visit, { goTo: account });
      const made = await services.makeCodeAccount({ stranger });
      if (!made.ok) return await refused(made.error);
      const { accountId, code } = made.value;
      const before = session ?? (await openSession(visit, parts));
      const entered = await enter(visit, { before, who: { accountId, role: 'applicant' } }, parts);
      await services.showCode({ sessionHash: entered.session.tokenHash, accountId, code });
      return done(visit, { goTo: { page: 'account/code', query: '' } });
    });
  app.post('/api/account/new', described(openPost(describes.make), make));

  for (const page of ['account/sign-in', 'account/find'] as const) {
    const find: Handler = (context) =>
      asStranger(context, { parts, page }, async ({ visit, fields, session, stranger, refused }) => {
        const found = await services.signInByCode({ stranger, fields, hasBirthDate: page === 'account/find' });
        if (!found.ok) return await refused(found.error);
        const before = session ?? (await openSession(visit, parts));
        if (found.value === null) return await askForBirthDate(visit, before, fields);
        const who = { accountId: found.value.accountId, role: 'applicant' } as const;
        const entered = await enter(visit, { before, who }, parts);
        return done(visit, { goTo: entered.goTo });
      });
    app.post(`/api/${page}`, described(openPost(describes[page]), find));
  }

  /** The same for a code that is somebody's and one that is nobody's. */
  async function askForBirthDate(visit: Visit, session: SessionRow, fields: Caller['fields']): Promise<Response> {
    const next: Page = 'account/find';
    if (!visit.wantsJson) {
      const entered = keptOf('account/sign-in', fields);
      await sessions.keepOutcome(session, { page: next, problem: null, entered, at: parts.now() });
      visit.cookies.push(waiting(next, parts.isHttps));
    }
    return done(visit, { goTo: { page: next, query: '' } });
  }

  app.post(
    '/api/account/code-check',
    write(parts, {
      page: 'account/code-check',
      who: 'applicant',
      describes: describes.check,
      async act({ session, fields }) {
        const { accountId, tokenHash: sessionHash } = session;
        const confirmed = await services.confirmCode({ accountId, sessionHash, fields });
        if (!confirmed.ok) return confirmed;
        const first = await firstPage({ accountId, role: 'applicant' }, parts);
        return { ok: true, value: { goTo: first.page === 'status' ? account : first } };
      },
    }),
  );

  app.post(
    '/api/account/new-code',
    write(parts, {
      page: 'account/new-code',
      who: 'applicant',
      describes: describes.renew,
      async act({ applicant, session }) {
        const renewed = await services.renewCode({ applicant, sessionHash: session.tokenHash });
        return renewed.ok ? { ok: true, value: { goTo: { page: 'account/code', query: '' } } } : renewed;
      },
    }),
  );

  app.post(
    '/api/account/sign-out-everywhere',
    write(parts, {
      page: 'account',
      who: 'applicant',
      describes: describes.leave,
      async act({ session }) {
        await services.signOutEverywhere(session.accountId);
        return { ok: true, value: { goTo: { page: 'signed-out', query: '' } } };
      },
    }),
  );
}

/** Origin and body as for any write; then who she is so far: nobody, with the marks by which her tries are counted. */
async function asStranger(
  context: Context,
  { parts, page }: { readonly parts: ApiParts; readonly page: Page },
  act: (caller: Caller) => Promise<Response>,
): Promise<Response> {
  const arrival = await receive(context.req.raw, parts, { page });
  if (arrival.kind === 'answered') return arrival.response;
  const { visit, fields, address } = arrival;
  const found = await parts.sessions.find(visit.sessionToken);
  const session = found.kind === 'live' ? found.session : null;
  const stranger: Stranger = {
    deviceId: deviceOf(visit, parts),
    locale: visit.locale,
    sessionHash: session?.tokenHash ?? null,
    network: networkOf(context, parts.proxyHops),
  };
  const refused = (problem: Problem) =>
    refuse(visit, { problem, address, entered: keptOf(address.page, fields), session }, parts);
  return await act({ visit, fields, session, stranger, refused });
}
