import { askOfWaiting } from '#app/_pwa/worker-here.ts';
import type { AskedOfWaiting, WaitingAnswer, WaitingNews, WaitingRow } from '#app/_pwa/worker-messages.ts';
import { type CalendarWords, formatDateTime } from '#core/language/words.ts';
import type { Instant } from '#core/time/instant.ts';
import { fieldsHere } from '../phone-time/fields-here.ts';
import { fillIn } from '../refusal/refusal-words.ts';
import { partOf } from '../state/part-of.ts';
import { showState } from '../state/state.ts';

export type WaitingFacts = {
  readonly locale: string;
  readonly calendar: CalendarWords;
  /** With `{when}` in it. */
  readonly since: string;
  /** What each form is called, by its page without the query. */
  readonly names: Readonly<Record<string, string>>;
  /** The questions of a registration, in their order: `register/name`. */
  readonly questions: readonly string[];
};

/** What the page says of all of it together; `some`: the rows speak for themselves. */
export type WaitingShown = 'asking' | 'sending' | 'later' | 'arrived' | 'none' | 'some' | 'unsupported';

/**
 * Fills the list of `waiting-list.tsx` with what waits on this phone, and sends or drops it when she presses. Gives back what
 * ends it. No framework: without a line the page comes from the phone, and may come without one then.
 */
export function startWaitingList(place: HTMLElement): () => void {
  const facts = JSON.parse(place.dataset['waitingList'] ?? '') as WaitingFacts;
  const query = new URLSearchParams(window.location.search);
  const status = place.querySelector<HTMLElement>('[role=status]');
  const rowsHere = partOf(place, 'rows');
  const pattern = partOf(place, 'row');
  /** null: it is not known yet, or being sent. */
  let count: number | null = null;
  let isSending = false;

  function show(answer: WaitingAnswer | 'sending' | null): void {
    const rows = answer === null || answer === 'sending' ? [] : answer.rows;
    count = typeof answer === 'object' ? rows.length : null;
    isSending = answer === 'sending';
    showState(place, shownOf(answer));
    partOf(place, 'list').hidden = rows.length === 0;
    partOf(place, 'out').hidden = rows.length === 0 || !query.has('out');
    partOf(place, 'sign-in').hidden = typeof answer !== 'object' || answer?.sending !== 'sign-in';
    rowsHere.firstElementChild?.replaceChildren(...rows.map(made));
  }

  function made(row: WaitingRow): HTMLElement {
    const copy = pattern.cloneNode(true) as HTMLElement;
    const title = facts.names[row.page.split('?')[0] ?? ''] ?? row.page;
    const since = fillIn(facts.since, { when: formatDateTime(fieldsHere(row.at as Instant), facts.calendar) });
    copy.hidden = false;
    copy.dataset['part'] = 'made';
    showState(copy, row.state);
    copy.querySelector('h3')?.replaceChildren(title);
    partOf(copy, 'since').firstElementChild?.replaceChildren(since ?? '');
    partOf(copy, 'open').firstElementChild?.setAttribute('href', `/${facts.locale}/${row.page}`);
    const drop = copy.querySelector('button');
    drop?.setAttribute('aria-label', `${drop.textContent}: ${title}`);
    drop?.setAttribute('data-name', row.name);
    return copy;
  }

  async function ask(asked: AskedOfWaiting): Promise<void> {
    show(await answerTo(asked));
  }

  /** The browser or another page has sent something meanwhile. What came of sending here stays to be read. */
  async function refresh(): Promise<void> {
    const now = await answerTo({ type: 'waiting' });
    if (!isSending && count !== (now?.rows.length ?? null)) show(now);
  }

  const press = ({ target }: MouseEvent) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-act]') : null;
    if (!button) return;
    const { act, name = '' } = button.dataset;
    // What she pressed goes: the focus would be at the top of the page.
    status?.focus();
    if (act === 'send') show('sending');
    void ask(act === 'send' ? { type: 'send-waiting' } : { type: 'drop-waiting', name });
  };
  const hear = ({ data }: MessageEvent<WaitingNews | null>) => {
    if (data?.type === 'waiting-news' && data.isChange) void refresh();
  };

  // Its words would stand there twice.
  pattern.remove();
  const kept = query.get('kept');
  const next = kept === null ? null : after(kept, facts.questions);
  partOf(place, 'kept').hidden = kept === null;
  partOf(place, 'next').hidden = next === null;
  if (next !== null) partOf(place, 'next').firstElementChild?.setAttribute('href', `/${facts.locale}/${next}`);
  void ask({ type: 'waiting' });
  const worker = 'serviceWorker' in navigator ? navigator.serviceWorker : null;
  worker?.addEventListener('message', hear);
  place.addEventListener('click', press);
  return () => {
    worker?.removeEventListener('message', hear);
    place.removeEventListener('click', press);
    rowsHere.before(pattern);
  };
}

/** null: this browser has no worker, or doesn't let us have one. */
async function answerTo(asked: AskedOfWaiting): Promise<WaitingAnswer | null> {
  return 'serviceWorker' in navigator ? await askOfWaiting(asked).catch(() => null) : null;
}

function shownOf(answer: WaitingAnswer | 'sending' | null): WaitingShown {
  if (answer === null) return 'unsupported';
  if (answer === 'sending') return 'sending';
  if (answer.sending === 'later') return 'later';
  if (answer.rows.length > 0) return 'some';
  return answer.sending === 'done' ? 'arrived' : 'none';
}

/** The question after that page; null: it is no question, or the last one. */
function after(page: string, questions: readonly string[]): string | null {
  const index = questions.indexOf(page);
  return index < 0 ? null : (questions[index + 1] ?? null);
}
