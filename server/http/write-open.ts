import { createHash } from 'node:crypto';
import type { Handler } from 'hono';
import { done, problemAlone, refuse } from './answer.ts';
import { described, openPost, type WriteDescription } from './described.ts';
import { keptOf } from './kept-fields.ts';
import { networkOf } from './network.ts';
import type { Page } from './pages.ts';
import type { ApiParts } from './parts.ts';
import { type RepeatRequest, repeatKeyForm, type Settled } from './repeat.ts';
import { readVisit, type Visit } from './visit.ts';
import { dropWaiting, receive, tellThePhone } from './write.ts';

export type OpenRoute = {
  /** The page whose form posts here. */
  readonly page: Page;
  /** For the document of the API. */
  readonly describes: WriteDescription;
  run(input: {
    readonly fields: Readonly<Record<string, string>>;
    readonly visit: Visit;
    readonly network: string | null;
  }): Promise<Settled>;
};

/**
 * The way of writing for people who need not be signed in. Forms of those who have no session yet are counted by network
 * before anything is read: whoever sends without end makes no rows without end, but gets a page that says to wait.
 */
export function writeOpen(parts: ApiParts, route: OpenRoute): Handler {
  return described(openPost(route.describes, true), async (context) => {
    const network = networkOf(context, parts.proxyHops);
    const stranger = readVisit(context.req.raw, parts);
    // What is told to a form waits in a session. A `fetch` has its answer in the body, and needs none.
    if (!stranger.wantsJson && (await parts.sessions.find(stranger.sessionToken)).kind !== 'live') {
      const allowed = await parts.services.mayBeginSession({ network });
      if (!allowed.ok) return await problemAlone(stranger, allowed.error, parts);
    }
    const arrival = await receive(context.req.raw, parts, route);
    if (arrival.kind === 'answered') return arrival.response;
    const { visit, fields, address } = arrival;
    const found = await parts.sessions.find(visit.sessionToken);
    const session = found.kind === 'live' ? found.session : null;
    const key = context.req.header('idempotency-key');
    if (key !== undefined && !repeatKeyForm.test(key)) {
      return await refuse(visit, { problem: { kind: 'unreadable-body' }, address, entered: {}, session }, parts);
    }
    const once = onceBy(fields, key);
    const run = () => route.run({ fields, visit, network });
    const settled = await (once === null
      ? run()
      : parts.repeats.once({ ...once, route: context.req.path, fields, photo: undefined }, run)
    ).catch((error: unknown): Settled => {
      parts.log.failure('route', error, visit.requestId);
      return { ok: false, error: { kind: 'unexpected' } };
    });
    if (!settled.ok) {
      const entered = keptOf(address.page, fields);
      return await refuse(visit, { problem: settled.error, address, entered, session }, parts);
    }
    if (session) await dropWaiting(visit, session, parts);
    tellThePhone(visit, { address, goTo: settled.value.goTo }, parts);
    return done(visit, settled.value);
  });
}

/**
 * What stands for her in "the same again is the same": the key of what waited on her phone for a line; of a form the answer
 * to the robots' check, which is another one for each. Of what failed nothing is kept, so that made-up ones leave no rows.
 * null: there is neither, and nothing is stored without them.
 */
function onceBy(
  fields: Readonly<Record<string, string>>,
  key: string | undefined,
): Pick<RepeatRequest, 'owner' | 'key'> | null {
  if (key !== undefined) return { owner: null, key };
  const answer = fields['altcha'];
  return answer ? { owner: createHash('sha256').update(answer).digest('base64url'), key: undefined } : null;
}
