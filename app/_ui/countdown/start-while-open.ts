import { watchClock } from './watch-clock.ts';

type Facts = {
  readonly deadline: number;
  readonly now: number;
  readonly title: string;
  readonly pageTitle: string;
};

/**
 * Shows what became of the page in `place` (`while-open.tsx`) once its time is over. The focus goes to the way on, and only
 * where it stood on something that is gone, so that a screen reader says the sentences once. Gives back what ends it.
 */
export function startWhileOpen(place: HTMLElement): () => void {
  const { deadline, now, title, pageTitle } = JSON.parse(place.dataset['whileOpen'] ?? '') as Facts;
  const open = place.querySelector<HTMLElement>('[data-when=open]');
  const over = place.querySelector<HTMLElement>('[data-when=over]');
  const stop = watchClock(now, (passing) => {
    if (passing <= deadline) return;
    stop();
    // Asked before: once the page has changed, the focus is nowhere.
    const hadFocus = open?.contains(document.activeElement) ?? false;
    place.querySelector('h1')?.replaceChildren(title);
    if (open) open.hidden = true;
    if (over) over.hidden = false;
    document.title = pageTitle;
    if (hadFocus) over?.querySelector('a')?.focus();
  });
  return stop;
}
