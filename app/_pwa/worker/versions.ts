import { changeChoice, languagesOf, readChoice } from './choice.ts';
import { fetchLanguages, pagesOf, shell } from './languages.ts';
import { placeOf } from './place.ts';
import { isSparing } from './saves-data.ts';
import type { Choice } from './saw-page.ts';
import { worker } from './scope.ts';

export function troubleOf(error: unknown): NonNullable<Choice['trouble']> {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'failed';
}

/**
 * A version is fetched whole before it is used, beside the one in use; what she keeps comes along. Where that fails the
 * older version stays, and the browser tries again another day.
 */
export function beginAndRenew(): void {
  worker.addEventListener('install', (event) => event.waitUntil(install(event)));
  worker.addEventListener('activate', (event) => event.waitUntil(activate(event)));
}

async function install(event: ExtendableEvent): Promise<void> {
  const choice = await readChoice();
  const kept = languagesOf(choice);
  if (kept.length === 0 && (choice.isOff || isSparing())) return;
  try {
    await fetchLanguages(kept, event);
  } catch (error) {
    await changeChoice((before) => ({ ...before, trouble: troubleOf(error) }));
    throw error;
  }
}

async function activate(event: ExtendableEvent): Promise<void> {
  for (const locale of languagesOf(await readChoice())) await pagesOf(locale)?.activate(event);
  await shell.activate(event);
  await worker.clients.claim();
}

let hasAsked = false;

/**
 * The safe moment for a new version: one window is open, it shows no form, and is about to show another page. In a window
 * beside it she may be typing; and after a form the next form comes.
 */
export async function takesNewVersion(): Promise<boolean> {
  const { waiting } = worker.registration;
  if (!waiting || hasAsked) return false;
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (windows.length > 1 || windows.some(({ url }) => placeOf(new URL(url))?.kind === 'form')) return false;
  hasAsked = true;
  waiting.postMessage({ type: 'take-over' });
  return true;
}

/** An empty page that asks again at once: by then the new version answers. */
export function askAgain(): Response {
  return new Response('', { headers: { 'Content-Type': 'text/html; charset=utf-8', Refresh: '0' } });
}
