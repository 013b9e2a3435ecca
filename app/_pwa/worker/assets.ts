import { ExpirationPlugin } from 'workbox-expiration/ExpirationPlugin.js';
import { PrecacheRoute } from 'workbox-precaching/PrecacheRoute.js';
import { registerRoute } from 'workbox-routing/registerRoute.js';
import { CacheFirst } from 'workbox-strategies/CacheFirst.js';
import { NetworkFirst } from 'workbox-strategies/NetworkFirst.js';
import { shell } from './languages.ts';
import { worker } from './scope.ts';
import { type Asset, assets, opened, styles } from './table.ts';

const day = 24 * 60 * 60;

function strategyOf({ cache, first, days, entries }: Omit<Asset, 'path'>) {
  const plugins = [new ExpirationPlugin({ maxEntries: entries, maxAgeSeconds: days * day, purgeOnQuotaError: true })];
  const options = { cacheName: cache, plugins };
  return first === 'phone' ? new CacheFirst(options) : new NetworkFirst(options);
}

/** A copy keeps its style sheets, too: those of its version. */
export const stylesFirst = strategyOf(styles);

/** From the line, and where that brings nothing as it was opened last. */
export const openedOnce = strategyOf(opened);

/**
 * What a worker begins with reads in the fragment of its address what else to load, and an answer of ours would take that
 * from it: so the browser asks for it by itself.
 */
function beginsWorker(request: Request): boolean {
  return request.destination === 'worker';
}

/** Scripts and styles of this version from the phone; the rest as the table says; everything else, `/api` too, by line alone. */
export function answerAssets(): void {
  registerRoute(new PrecacheRoute(shell, { directoryIndex: '', cleanURLs: false }));
  for (const asset of assets) {
    const { path } = asset;
    registerRoute(
      ({ url, request }) =>
        request.mode !== 'navigate' &&
        !beginsWorker(request) &&
        url.origin === worker.location.origin &&
        path.test(url.pathname),
      asset === styles ? stylesFirst : strategyOf(asset),
    );
  }
}
