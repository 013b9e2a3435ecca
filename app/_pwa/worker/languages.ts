import type { WorkboxPlugin } from 'workbox-core/types.js';
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { built, type Entry } from './built.ts';
import { worker } from './scope.ts';

const policyNotAsking = 404;

/** A list and its cache. What is there already in this revision isn't fetched again. */
function precacheOf(cacheName: string, entries: readonly Entry[], plugins: WorkboxPlugin[] = []): PrecacheController {
  const controller = new PrecacheController({ cacheName, plugins });
  controller.addToCacheList([...entries]);
  return controller;
}

const asForEverybody: WorkboxPlugin = {
  // Without cookies: nobody's outcome, and the language that she reads in stays as it is.
  requestWillFetch: async ({ request }) => new Request(request, { credentials: 'omit' }),
  // A question that the operator's policy doesn't ask has no page: an empty answer stands for it.
  fetchDidSucceed: async ({ response }) =>
    response.status === policyNotAsking ? new Response(null, { status: 204 }) : response,
};

export const shell = precacheOf('puente-shell', built.shell.entries);

const languages = new Map<string, PrecacheController>();

export function cacheOf(locale: string): string {
  return `puente-pages-${locale}`;
}

export function pagesOf(locale: string): PrecacheController | undefined {
  const list = built.languages[locale];
  if (!list) return undefined;
  const made = languages.get(locale) ?? precacheOf(cacheOf(locale), list.entries, [asForEverybody]);
  languages.set(locale, made);
  return made;
}

/** The page as this version has it; undefined where it isn't kept. `path` is without the query. */
export async function keptPage(locale: string, path: string): Promise<Response | undefined> {
  const found = await pagesOf(locale)?.matchPrecache(path);
  return found?.ok && found.status !== 204 ? found : undefined;
}

/** Whether all of its pages are here. */
export async function isKept(locale: string): Promise<boolean> {
  const list = built.languages[locale];
  if (!list || !(await worker.caches.has(cacheOf(locale)))) return false;
  return (await (await worker.caches.open(cacheOf(locale))).keys()).length >= list.entries.length;
}

/** What is fetched already; two pages in a row ask for the same. */
let before: Promise<void> = Promise.resolve();

/** Shell and pages, one after the other; throws where the line breaks or there is no room. Can go on later. */
export async function fetchLanguages(locales: readonly string[], event: ExtendableEvent): Promise<void> {
  const own = before.then(async () => {
    // Workbox fills a list at an install alone; she may ask for a language at any time.
    const install = {
      type: 'install',
      waitUntil: (work: Promise<unknown>) => event.waitUntil(work),
    } as ExtendableEvent;
    await shell.install(install);
    for (const locale of locales) await pagesOf(locale)?.install(install);
  });
  before = own.catch(() => undefined);
  await own;
}

export async function removeLanguage(locale: string): Promise<void> {
  await worker.caches.delete(cacheOf(locale));
}
