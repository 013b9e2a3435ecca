import { showNews } from './show-news.ts';

type Late = () => Promise<{ readonly startDraft: (place: HTMLElement) => () => void }>;

/**
 * Fetches what keeps the draft of the form around `place`: one part for all forms, since within the page's own script the phone
 * would keep it once for each kind of form. Where it doesn't come, that is said, and it is tried again once there is a line,
 * or she has answered something; the form is sent all the same. Gives back what ends it.
 */
export function startDraftLate(place: HTMLElement, late: Late = async () => import('./start-draft.ts')): () => void {
  const trying = new AbortController();
  const { signal } = trying;
  let isUnderWay = false;
  let end: (() => void) | undefined;

  async function fetchIt(): Promise<void> {
    if (isUnderWay) return;
    isUnderWay = true;
    const part = await late().catch(() => null);
    isUnderWay = false;
    if (signal.aborted) return;
    showNews(place, { 'no-line': !part });
    if (!part) return;
    trying.abort();
    end = part.startDraft(place);
  }
  const tryAgain = () => void fetchIt();

  tryAgain();
  window.addEventListener('online', tryAgain, { signal });
  place.closest('form')?.addEventListener('change', tryAgain, { signal });
  return () => {
    trying.abort();
    end?.();
  };
}
