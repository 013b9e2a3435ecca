import type { WorkboxPlugin } from 'workbox-core/types.js';
import { ExpirationPlugin } from 'workbox-expiration/ExpirationPlugin.js';
import { PrecacheRoute } from 'workbox-precaching/PrecacheRoute.js';
import { registerRoute } from 'workbox-routing/registerRoute.js';
import { CacheFirst } from 'workbox-strategies/CacheFirst.js';
import { NetworkFirst } from 'workbox-strategies/NetworkFirst.js';
import { shell } from './languages.ts';
import { worker } from './scope.ts';
import { type Asset, assets, opened, styles } from './table.ts';

const day = 24 * 60 * 60;

/**
 * A script that a worker begins with reads in the fragment of its address what else to load. A browser takes the address of the
 * answer, which has none; an answer of our own has no address, and so leaves that of the request.
 */
const keepsFragment: WorkboxPlugin = {
  handlerWillRespond: async ({ request, response }) =>
    request.destination === 'worker' ? new Response(response.body, response) : response,
};

function strategyOf({ cache, first, days, entries }: Omit<Asset, 'path'>) {
  const plugins = [
    new ExpirationPlugin({ maxEntries: entries, maxAgeSeconds: days * day, purgeOnQuotaError: true }),
    keepsFragment,
  ];
  const options = { cacheName: cache, plugins };
  return first === 'phone' ? new CacheFirst(options) : new NetworkFirst(options);
}

/** A copy keeps its style sheets, too: those of its version. */
export const stylesFirst = strategyOf(styles);

/** From the line, and where that brings nothing as it was opened last. */
export const openedOnce = strategyOf(opened);

/** Scripts and styles of this version from the phone; the rest as the table says; everything else, `/api` too, by line alone. */
export function answerAssets(): void {
  registerRoute(new PrecacheRoute(shell, { directoryIndex: '', cleanURLs: false }));
  for (const asset of assets) {
    const { path } = asset;
    registerRoute(
      ({ url, request }) =>
        request.mode !== 'navigate' && url.origin === worker.location.origin && path.test(url.pathname),
      asset === styles ? stylesFirst : strategyOf(asset),
    );
  }
}
