import { startLate } from '#app/_ui/state/start-late.ts';
import { showNews } from './show-news.ts';

type Late = () => Promise<{ readonly startDraft: (place: HTMLElement) => () => void }>;

/**
 * Fetches what keeps the draft of the form around `place`: one part for all forms, since within the page's own script the phone
 * would keep it once for each kind of form. Where it doesn't come, that is said; the form is sent all the same.
 */
export function startDraftLate(place: HTMLElement, late: Late = async () => import('./start-draft.ts')): () => void {
  const load = async () => (await late()).startDraft;
  return startLate(place, load, (isHere) => showNews(place, { 'no-line': !isHere }));
}
