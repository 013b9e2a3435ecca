import type { Context, MiddlewareHandler } from 'hono';
import { frameAt, letIn } from '../asked.ts';
import { addHeaders, headers, strangeRequest } from '../guard.ts';
import { endedPage, refusedPage } from '../pages/entrance.ts';
import { failedPage } from '../pages/failed.ts';
import { askedFor } from '../written.ts';
import { answerWithWayIn, type Comer, comerWith, type Entrance, endSession, within } from './entrance.ts';

/**
 * What may be asked of a studio on a server at all: under its own name, and writes from its own pages alone, since a
 * cookie comes along by itself.
 */
export function gate({ publicUrl, isHttps }: Pick<Entrance, 'publicUrl' | 'isHttps'>): MiddlewareHandler {
  const { host } = new URL(publicUrl);
  const more = isHttps ? { 'strict-transport-security': 'max-age=63072000' } : {};
  return async (context, next) => {
    if (context.req.header('host') !== host) return context.text('Not here.', 421);
    const refused = strangeRequest(context, { origin: publicUrl, isOriginNeeded: true });
    if (refused) return refused;
    await next();
    addHeaders(context, { ...headers, ...more });
    return undefined;
  };
}

/** Translators who signed in come in, under their names; everybody gets the style and the script of the pages. */
export function door(entrance: Entrance): MiddlewareHandler {
  return async (context, next) => {
    const { pathname } = new URL(context.req.url);
    const [, first, tag, ...rest] = pathname.split('/');
    if (first !== within) return context.notFound();
    const isAsset = rest.length === 0 && /^[a-z-]+\.(?:css|svg|ts)$/.test(tag ?? '');
    if (isAsset && context.req.method !== 'POST') return next();
    const comer = comerWith(context, entrance);
    if (comer.kind === 'translator') {
      letIn(context, comer.name);
      return next();
    }
    return sentAway(context, entrance, comer.kind);
  };
}

/** Whatever the reason, what she wrote comes back to her. */
async function sentAway(
  context: Context,
  entrance: Entrance,
  kind: Exclude<Comer['kind'], 'translator'>,
): Promise<Response> {
  const frame = frameAt(context, within);
  const asked = await askedFor(context);
  const { back, written } = asked;
  switch (kind) {
    case 'unreadable':
      return context.html(failedPage(frame, { why: 'unreadable', ...asked }), 503);
    case 'stranger':
      endSession(context, entrance);
      return answerWithWayIn(context, entrance, { page: refusedPage(frame, { back, written }), status: 403 });
    case 'nobody':
      if (asked.isPost)
        return answerWithWayIn(context, entrance, { page: endedPage(frame, { back, written }), status: 401 });
      return context.redirect(`/${frame.ui}/sign-in?back=${encodeURIComponent(back)}`, 303);
  }
}
