/**
 * In the place of the worker while `SERVICE_WORKER` is `off` (docs/operations.md): phones fetch it with their next pages, and
 * then have neither a worker nor anything that one kept.
 */
import { worker } from './scope.ts';

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(leave()));
// To whatever a page asks: there is no worker.
worker.addEventListener('message', (event) => event.ports[0]?.postMessage(null));

async function leave(): Promise<void> {
  for (const name of await worker.caches.keys()) await worker.caches.delete(name);
  await worker.registration.unregister();
}
