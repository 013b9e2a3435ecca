import { registerRoute } from 'workbox-routing/registerRoute.js';
import { leavePath } from '#app/_ui/quick-exit/leave-path.ts';
import { mayWait } from '../queue/may-wait.ts';
import { openedOnce } from './assets.ts';
import { built } from './built.ts';
import { readChoice } from './choice.ts';
import { copiesIn, isCopied, keepCopy, keptCopy } from './kept-copies.ts';
import { keptPage } from './languages.ts';
import { byLine, type Line } from './line.ts';
import { marked } from './marks.ts';
import { offlinePage, remade } from './offline-page.ts';
import { type Place, placeOf } from './place.ts';
import { worker } from './scope.ts';
import { askedAnew, patience } from './table.ts';
import { askAgain, takesNewVersion } from './versions.ts';
import { askBeforeSignOut, sendFirst, waitFor } from './waiting.ts';

const signOutPath = '/api/sign-out';
const html = { 'Content-Type': 'text/html; charset=utf-8' };

/** Every page that a window is about to show, and every form that it sends. */
export function answerPages(): void {
  const isPage = ({ url, request }: { readonly url: URL; readonly request: Request }) =>
    request.mode === 'navigate' && url.origin === worker.location.origin;
  registerRoute(isPage, async ({ request, url, event }) => await answer(request, url, event));
  registerRoute(isPage, async ({ request, url }) => await send(request, url), 'POST');
}

async function answer(request: Request, url: URL, event: ExtendableEvent): Promise<Response> {
  const place = placeOf(url);
  if (!place) return await byLineOr(request, () => withoutPlace(url));
  if (await takesNewVersion()) return askAgain();
  if (built.onceOpened.includes(place.page)) {
    return await openedOnce.handle({ request, event }).catch(() => offlinePage(url));
  }
  if (place.kind === 'static' && !askedAnew.includes(place.page)) {
    return (await keptPage(place.locale, place.path)) ?? (await byLineOr(request, () => offlinePage(url)));
  }
  // An outcome may wait in the session, and a policy may name other terms: the line first.
  if (place.kind !== 'personal') return await byLineOr(request, () => blank(place, url), patience.form);
  if (!isCopied(place)) return await byLineOr(request, () => offlinePage(url));
  const hasCopy = (await copiesIn(place.locale)).includes(place.page);
  const line = await byLine(request, hasCopy ? patience.kept : undefined);
  if (line.kind === 'none') return (await keptCopy(place)) ?? (await offlinePage(url));
  event.waitUntil(keepCopy(place, line.response.clone(), event));
  return line.response;
}

/** What the line brings; where it brings nothing, what the phone has. */
async function byLineOr(request: Request, kept: () => Promise<Response>, seconds?: number): Promise<Response> {
  const line: Line = await byLine(request, seconds);
  return line.kind === 'answered' ? line.response : await kept();
}

/** The page as it is for everybody. One about a person of her group, or an answer to change, speaks of what only the server knows. */
async function blank({ locale, path, kind }: Place, url: URL): Promise<Response> {
  const isOwn = kind === 'form' && (url.searchParams.has('change') || url.searchParams.has('person'));
  const page = isOwn ? undefined : await keptPage(locale, path);
  return page ? await remade(page, (html) => marked(html, { line: 'none' })) : await offlinePage(url);
}

/** `/` leads to the first page of her language, as the server would. */
async function withoutPlace(url: URL): Promise<Response> {
  // Whoever has to leave quickly sees nothing of ours, a line or not.
  if (url.pathname === leavePath) return new Response('<!DOCTYPE html><title>…</title>', { headers: html });
  const { own } = await readChoice();
  if (url.pathname === '/' && own !== null) return Response.redirect(new URL(`/${own}`, url));
  return await offlinePage(url);
}

/**
 * A form. Where the line breaks, what may wait is kept and sent later; of the rest, what she typed stays on the phone, and
 * the page says so. Nothing is answered in the server's place.
 */
async function send(request: Request, url: URL): Promise<Response> {
  const before = URL.canParse(request.referrer) ? new URL(request.referrer) : url;
  if (url.pathname === signOutPath) {
    const asked = await askBeforeSignOut(request.clone());
    if (asked) return asked;
  }
  const copy = mayWait(url.pathname) && isOurs(request) ? request.clone() : null;
  if (copy) await sendFirst();
  const line = await byLine(request);
  if (line.kind === 'answered') return line.response;
  const waits = copy && (await waitFor(copy, before.pathname.split('/')[1] ?? ''));
  return waits ?? (await offlinePage(before, { unsent: '' }));
}

/**
 * A form on somebody else's page may be sent to us, too. The server refuses it, since the browser says where it comes from;
 * what we send later would come from ourselves.
 */
function isOurs({ referrer }: Request): boolean {
  return URL.canParse(referrer) && new URL(referrer).origin === worker.location.origin;
}
