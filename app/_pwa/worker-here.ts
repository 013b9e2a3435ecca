import { messageSW, Workbox } from 'workbox-window';
import type { Asked, AskedOfWaiting, Kept, WaitingAnswer } from './worker-messages.ts';

const address = '/worker.js';

/**
 * Registers the worker, tells it which language is read, and has it send what waits: not every browser wakes it by itself.
 * Where a new version waits, the page says so.
 */
export async function startWorker(locale: string): Promise<void> {
  const workbox = new Workbox(address);
  const tell = () => {
    document.documentElement.dataset['update'] = 'ready';
  };
  workbox.addEventListener('waiting', tell);
  workbox.addEventListener('controlling', () => {
    delete document.documentElement.dataset['update'];
  });
  const registration = await workbox.register();
  // The browser looks for a newer one with each page, before this runs: of that one Workbox hears nothing.
  registration?.installing?.addEventListener('statechange', () => {
    if (registration.waiting && registration.active) tell();
  });
  const sendWhatWaits = () => void askOfWaiting({ type: navigator.onLine ? 'send-waiting' : 'waiting' });
  window.addEventListener('online', sendWhatWaits);
  sendWhatWaits();
  // Where people only pick one, their language isn't known yet.
  if (!/^\/[^/]+\/language$/.test(window.location.pathname)) await askWorker({ type: 'here', locale });
}

/** null: this browser has no worker, or doesn't let us have one. */
export async function askWorker(asked: Asked): Promise<Kept | null> {
  return (await ask(asked)) as Kept | null;
}

/** null: as above; then nothing can wait. */
export async function askOfWaiting(asked: AskedOfWaiting): Promise<WaitingAnswer | null> {
  return (await ask(asked)) as WaitingAnswer | null;
}

async function ask(asked: Asked | AskedOfWaiting): Promise<unknown> {
  await navigator.serviceWorker.register(address);
  if (!(await navigator.serviceWorker.getRegistration())) return null;
  const { active } = await navigator.serviceWorker.ready;
  return active && (await messageSW(active, asked));
}
