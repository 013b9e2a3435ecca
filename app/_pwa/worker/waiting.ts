import { isFromAnybody } from '../queue/may-wait.ts';
import { sendAll } from '../queue/send.ts';
import { allWaiting, dropWaiting, letWait } from '../queue/waiting.ts';
import { whoseNow } from '../storage/whose.ts';
import type { Asked, AskedOfWaiting, WaitingAnswer, WaitingNews } from '../worker-messages.ts';
import { keptPage } from './languages.ts';
import { worker } from './scope.ts';

const tag = 'puente-waiting';

/** Not in TypeScript's list yet: Background Sync, which Chromium has alone. */
type SyncEvent = ExtendableEvent & { readonly tag: string };
type SyncManager = { register(tag: string): Promise<void> };

/** Woken by the browser when there is a line again, Puente open or not. */
export function sendWhatWaits(): void {
  worker.addEventListener('sync' as 'activate', (event) => {
    if ((event as SyncEvent).tag === tag) event.waitUntil(sendBySync());
  });
}

async function sendBySync(): Promise<void> {
  const sending = await sendAll();
  await tellPages(true);
  // So that the browser wakes us again, later each time.
  if (sending === 'later') throw new Error('no line yet');
}

/** What waits was said before what she sends now, and must not be written over it. */
export async function sendFirst(): Promise<void> {
  if ((await allWaiting()).length === 0) return;
  await sendAll();
  await tellPages(true);
}

/**
 * Keeps a form whose line broke, and leads her to the list of what waits. null: the phone can't keep it, has no page to
 * say so with, or doesn't know whose it is: once she has sent it again, the server leads her to the sign-in and back.
 */
export async function waitFor(request: Request, locale: string): Promise<Response | null> {
  const page = `/${locale}/waiting`;
  if (!(await keptPage(locale, page))) return null;
  const { pathname } = new URL(request.url);
  if (!isFromAnybody(pathname) && (await whoseNow()) === '') return null;
  const form = await request.formData();
  const kept = await letWait(pathname, form);
  if (!kept.ok) return null;
  await askForSync();
  await tellPages(true);
  const from = form.get('page');
  const query = new URLSearchParams({ kept: typeof from === 'string' ? from : '' });
  return Response.redirect(new URL(`${page}?${query}`, request.url), 303);
}

/** Signing out removes what is kept: so it says so first, once. null: nothing waits, or she has been told. */
export async function askBeforeSignOut(request: Request): Promise<Response | null> {
  const form = await request.formData();
  if (form.has('anyway') || (await allWaiting()).length === 0) return null;
  const locale = form.get('locale');
  const page = `/${typeof locale === 'string' ? locale : ''}/waiting`;
  return (await keptPage(page.split('/')[1] ?? '', page))
    ? Response.redirect(new URL(`${page}?out`, request.url), 303)
    : null;
}

export function isOfWaiting(asked: Asked | AskedOfWaiting): asked is AskedOfWaiting {
  return asked.type === 'waiting' || asked.type === 'send-waiting' || asked.type === 'drop-waiting';
}

export async function hearOfWaiting(asked: AskedOfWaiting): Promise<WaitingAnswer> {
  if (asked.type === 'drop-waiting') await dropWaiting(asked.name);
  const before = asked.type === 'send-waiting' && (await allWaiting()).some(({ state }) => state === 'waits');
  const sending = before ? await sendAll() : null;
  await tellPages(sending === 'done');
  const rows = (await allWaiting()).map(({ name, page, state, at }) => ({ name, page, state, at }));
  return { rows, sending };
}

async function askForSync(): Promise<void> {
  const { sync } = worker.registration as ServiceWorkerRegistration & { readonly sync?: SyncManager };
  // Refused in some browsers' private windows; pages of ours send it then.
  await sync?.register(tag).catch(() => undefined);
}

async function tellPages(isChange: boolean): Promise<void> {
  const news: WaitingNews = { type: 'waiting-news', count: (await allWaiting()).length, isChange };
  for (const page of await worker.clients.matchAll({ type: 'window', includeUncontrolled: true }))
    page.postMessage(news);
}
