/**
 * The one script of a page that comes without the framework's run-time (`server/http/plain-page.ts`): what React calls on
 * the other pages, by the same plain functions. The build makes a file of it of its own; what few pages need comes later.
 */
import { startListening } from '#app/_ui/listen/start-listening.ts';
import { startQuickExit } from '#app/_ui/quick-exit/start-quick-exit.ts';
import { tellWhatWaits } from '#app/_ui/waiting/tell-what-waits.ts';
import { watchLine } from './line/watch-line.ts';
import { startWorkerLater } from './start-worker-later.ts';
import { whoseNow } from './storage/whose.ts';

startQuickExit();
startListening();
watchLine();
tellWhatWaits();

// Of who only reads the worker would keep nothing, and weigh more than the page.
if ((await whoseNow()) !== '') startWorkerLater(document.documentElement.lang);

await onEach('[data-draft-of]', async () => (await import('./drafts/start-draft.ts')).startDraft);
await onEach(
  '[data-shared-switch]',
  async () => (await import('./shared-phone/start-shared-switch.ts')).startSharedSwitch,
);
await onEach('[data-forget]', async () => (await import('./storage/sealed.ts')).forgetEverything);

async function onEach(selector: string, load: () => Promise<(place: HTMLElement) => unknown>): Promise<void> {
  const places = document.querySelectorAll<HTMLElement>(selector);
  if (places.length === 0) return;
  const start = await load();
  for (const place of places) start(place);
}
