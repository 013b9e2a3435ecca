import { messageSW, Workbox } from 'workbox-window';
import type { Asked, Kept } from './worker-messages.ts';

const address = '/worker.js';

/** Registers the worker and tells it which language is read. Where a new version waits, the page says so. */
export async function startWorker(locale: string): Promise<void> {
  const workbox = new Workbox(address);
  workbox.addEventListener('waiting', () => {
    document.documentElement.dataset['update'] = 'ready';
  });
  await workbox.register();
  // Where people only pick one, their language isn't known yet.
  if (!window.location.pathname.endsWith('/language')) await askWorker({ type: 'here', locale });
}

/** null: this browser has no worker, or doesn't let us have one. */
export async function askWorker(asked: Asked): Promise<Kept | null> {
  const registration = await navigator.serviceWorker.register(address);
  if (!registration) return null;
  const { active } = await navigator.serviceWorker.ready;
  return active && ((await messageSW(active, asked)) as Kept | null);
}
