import { ExpirationPlugin } from 'workbox-expiration/ExpirationPlugin.js';
import { PrecacheRoute } from 'workbox-precaching/PrecacheRoute.js';
import { registerRoute } from 'workbox-routing/registerRoute.js';
import { CacheFirst } from 'workbox-strategies/CacheFirst.js';
import { NetworkFirst } from 'workbox-strategies/NetworkFirst.js';
import { shell } from './languages.ts';
import { worker } from './scope.ts';
import { assets } from './table.ts';

const day = 24 * 60 * 60;

/** Scripts and styles of this version from the phone; the rest as the table says; everything else, `/api` too, by line alone. */
export function answerAssets(): void {
  registerRoute(new PrecacheRoute(shell, { directoryIndex: '', cleanURLs: false }));
  for (const { cache, path, first, days, entries } of assets) {
    const plugins = [new ExpirationPlugin({ maxEntries: entries, maxAgeSeconds: days * day, purgeOnQuotaError: true })];
    const options = { cacheName: cache, plugins };
    registerRoute(
      ({ url, request }) =>
        request.mode !== 'navigate' && url.origin === worker.location.origin && path.test(url.pathname),
      first === 'phone' ? new CacheFirst(options) : new NetworkFirst(options),
    );
  }
}
