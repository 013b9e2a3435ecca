import type { Context, MiddlewareHandler } from 'hono';
import { letIn } from '../asked.ts';
import { addHeaders, headers, strangeRequest } from '../guard.ts';
import { endedPage, refusedPage } from '../pages/entrance.ts';
import { sentIn } from '../submission.ts';
import { comerWith, type Entrance, endSession, frameFor, within } from './entrance.ts';

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
    const frame = frameFor(context, tag);
    if (comer.kind === 'stranger') {
      endSession(context, entrance);
      return context.html(refusedPage(frame), 403);
    }
    if (context.req.method === 'POST') return context.html(endedPage(frame, await writtenIn(context)), 401);
    return context.redirect(`/${frame.ui}/sign-in?back=${encodeURIComponent(backTo(context))}`, 303);
  };
}

function backTo({ req }: Context): string {
  const { pathname, search } = new URL(req.url);
  return pathname + search;
}

/** Letters of a form; a file is chosen once more. */
const mostWritten = 200_000;

/** What somebody wrote whose session ended meanwhile: she gets it back, to be copied. */
async function writtenIn(context: Context) {
  const { req } = context;
  const isShort = Number(req.header('content-length') ?? Number.POSITIVE_INFINITY) <= mostWritten;
  const isForm = req.header('content-type')?.startsWith('application/x-www-form-urlencoded') === true;
  const texts = isShort && isForm ? [...sentIn(await req.parseBody()).texts.values()] : [];
  return { back: backTo(context), texts };
}
