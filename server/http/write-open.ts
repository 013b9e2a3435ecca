import { createHash } from 'node:crypto';
import type { Handler } from 'hono';
import type { Services } from '../services.ts';
import { done, problemAlone, refuse } from './answer.ts';
import { described, openPost, type WriteDescription } from './described.ts';
import { keptOf } from './kept-fields.ts';
import { networkOf } from './network.ts';
import type { Page } from './pages.ts';
import type { ApiParts } from './parts.ts';
import type { Settled } from './repeat.ts';
import { readVisit, type Visit } from './visit.ts';
import { dropWaiting, receive } from './write.ts';

export type OpenRoute = {
  /** The page whose form posts here. */
  readonly page: Page;
  /** For the document of the API. */
  readonly describes: WriteDescription;
  readonly act: Parameters<Services['mayWriteOpenly']>[0]['act'];
  run(input: { readonly fields: Readonly<Record<string, string>>; readonly visit: Visit }): Promise<Settled>;
};

/**
 * The way of writing for people who need not be signed in. How often from one network is counted before anything is
 * read or stored: whoever sends without end makes no rows of sessions, for too many are answered by a page of its own.
 */
export function writeOpen(parts: ApiParts, route: OpenRoute): Handler {
  return described(openPost(route.describes), async (context) => {
    const network = networkOf(context, parts.proxyHops);
    const allowed = await parts.services.mayWriteOpenly({ act: route.act, network });
    if (!allowed.ok) return await problemAlone(readVisit(context.req.raw, parts), allowed.error, parts);
    const arrival = await receive(context.req.raw, parts, route);
    if (arrival.kind === 'answered') return arrival.response;
    const { visit, fields, address } = arrival;
    const found = await parts.sessions.find(visit.sessionToken);
    const session = found.kind === 'live' ? found.session : null;
    const once = onceBy(fields, context.req.header('idempotency-key'));
    const run = () => route.run({ fields, visit });
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
    return done(visit, settled.value);
  });
}

/**
 * What stands for her in "the same again is the same click": the answer to the robots' check, which is another one for
 * each form. null: there is none, and nothing is stored without it.
 */
function onceBy(
  fields: Readonly<Record<string, string>>,
  key: string | undefined,
): { readonly session: string; readonly key: string | undefined } | null {
  const answer = fields['altcha'];
  if (!answer) return null;
  return { session: createHash('sha256').update(answer).digest('base64url'), key };
}
