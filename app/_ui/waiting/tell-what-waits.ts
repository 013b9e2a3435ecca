import type { WaitingNews } from '#app/_pwa/worker-messages.ts';
import { fillIn } from '../refusal/refusal-words.ts';

/** Fills in and shows the strip while something waits on this phone: the service worker says so. Gives back what ends it. */
export function tellWhatWaits(): () => void {
  const strip = document.querySelector<HTMLElement>('[data-waiting]');
  const worker = 'serviceWorker' in navigator ? navigator.serviceWorker : null;
  const hear = ({ data }: MessageEvent<WaitingNews | null>) => {
    if (data?.type !== 'waiting-news' || !strip) return;
    strip.textContent = fillIn(strip.dataset['waiting'] ?? '', { countText: String(data.count) }) ?? '';
    strip.hidden = data.count === 0;
  };
  worker?.addEventListener('message', hear);
  return () => worker?.removeEventListener('message', hear);
}
