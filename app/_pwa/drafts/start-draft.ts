import { DraftKeeper, type DraftNews } from './draft-keeper.ts';

/**
 * Keeps the draft of the form around `place` (`drafts.tsx`), and shows there what came of it. Gives back what ends it. No
 * framework: pages that come without one keep their drafts, too.
 */
export function startDraft(place: HTMLElement): () => void {
  const form = place.closest('form');
  if (!form) return () => undefined;
  const { draftOf: name = '', over = '', refused } = place.dataset;

  function tell(news: DraftNews): void {
    place.toggleAttribute('data-quiet', news === 'none');
    for (const part of place.querySelectorAll<HTMLElement>('[data-news]')) part.hidden = part.dataset['news'] !== news;
  }

  const keeper = new DraftKeeper(form, { name, over, isRefused: refused !== undefined, tell });
  const act = ({ target }: MouseEvent) => {
    const asked = target instanceof Element && target.closest<HTMLElement>('[data-act]')?.dataset['act'];
    if (asked === 'empty') void keeper.empty();
    else if (asked === 'show') void keeper.showNewer();
    else return;
    // The button goes: the focus would be at the top of the page.
    form.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus();
  };
  place.addEventListener('click', act);
  return () => {
    place.removeEventListener('click', act);
    keeper.stop();
  };
}
