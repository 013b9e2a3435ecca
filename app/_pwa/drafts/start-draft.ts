import { DraftKeeper } from './draft-keeper.ts';
import type { DraftNews } from './draft-news.ts';

export type Act = 'empty' | 'show' | 'showOlder' | 'open' | 'removeClosed';

/**
 * Keeps the draft of the form around `place` (`drafts.tsx`), and shows there what came of it. Gives back what ends it. No
 * framework: pages that come without one keep their drafts, too.
 */
export function startDraft(place: HTMLElement, hear?: (news: DraftNews, act: (act: Act) => void) => void): () => void {
  const form = place.closest('form');
  if (!form) return () => undefined;
  const { draftOf: name = '', over = '', refused } = place.dataset;

  function tell(news: DraftNews): void {
    place.toggleAttribute('data-quiet', news === 'none');
    for (const part of place.querySelectorAll<HTMLElement>('[data-news]')) part.hidden = part.dataset['news'] !== news;
    hear?.(news, act);
  }

  const keeper = new DraftKeeper(form, { name, over, isRefused: refused !== undefined, tell });
  const does: Readonly<Record<Act, () => Promise<void>>> = {
    empty: () => keeper.empty(),
    show: () => keeper.showNewer(),
    showOlder: () => keeper.showOlder(),
    open: () => keeper.opened(),
    removeClosed: () => keeper.removeClosed(),
  };
  function act(what: Act): void {
    void does[what]();
    // The button goes: the focus would be at the top of the page.
    form?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus();
  }
  const press = ({ target }: MouseEvent) => {
    const asked = target instanceof Element && target.closest<HTMLElement>('[data-act]')?.dataset['act'];
    if (asked && isAct(asked)) act(asked);
  };
  const isAct = (text: string): text is Act => Object.hasOwn(does, text);
  place.addEventListener('click', press);
  return () => {
    place.removeEventListener('click', press);
    keeper.stop();
  };
}
