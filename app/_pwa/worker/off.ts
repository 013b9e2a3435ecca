/**
 * In the place of the worker while `SERVICE_WORKER` is `off` (docs/operations.md): phones fetch it with their next page, and
 * then have neither a worker nor anything that one kept.
 */
import { worker } from './scope.ts';

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave(): Promise<void> {
  for (const name of await worker.caches.keys()) await worker.caches.delete(name);
  await worker.registration.unregister();
}
