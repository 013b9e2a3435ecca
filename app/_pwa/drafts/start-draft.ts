import { startPinQuestion } from '../pin/start-pin-question.ts';
import { withPin } from '../pin/with-pin.ts';
import { DraftKeeper } from './draft-keeper.ts';
import type { DraftTold } from './draft-news.ts';
import { showNews } from './show-news.ts';

type Act = 'empty' | 'show' | 'showOlder' | 'open' | 'removeClosed';

/**
 * Keeps the draft of the form around `place` (`drafts.tsx`), and shows there what came of it. Gives back what ends it. No
 * framework: pages that come without one keep their drafts, too.
 */
export function startDraft(place: HTMLElement): () => void {
  const form = place.closest('form');
  const closed = place.querySelector<HTMLElement>('[data-closed]');
  if (!form || !closed) return () => undefined;
  const { draftOf: name = '', over = '', refused } = place.dataset;
  let endAsking: (() => void) | undefined;

  function tell(told: DraftTold): void {
    showNews(place, told);
    if (closed) ask(closed, told.closed ?? false);
  }

  function ask(question: HTMLElement, isClosed: boolean): void {
    // What she has typed of her PIN stays while there is other news.
    if (isClosed === Boolean(endAsking)) return;
    question.hidden = !isClosed;
    endAsking?.();
    const openPin = async (typed: string) => withPin(async (part) => part.openPin(typed));
    endAsking = isClosed ? startPinQuestion(question, { act: openPin, onRight: () => act('open') }) : undefined;
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
  const isAct = (text: string): text is Act => Object.hasOwn(does, text);
  const press = ({ target }: MouseEvent) => {
    const asked = target instanceof Element && target.closest<HTMLElement>('[data-act]')?.dataset['act'];
    if (asked && isAct(asked)) act(asked);
  };
  place.addEventListener('click', press);
  return () => {
    place.removeEventListener('click', press);
    endAsking?.();
    keeper.stop();
  };
}
