import { momentToSay, type TimeLeftWords, timeLeft } from './time-left.ts';
import { watchClock } from './watch-clock.ts';

export type CountdownFacts = {
  /** Epoch milliseconds. */
  readonly deadline: number;
  /** The server's clock when it made the page: a phone's clock may be wrong by days. */
  readonly now: number;
  readonly left: TimeLeftWords;
  readonly over: string;
};

/** Runs down what is left in `place` (`countdown.tsx`). Gives back what ends it. No framework: offers come without, too. */
export function startCountdown(place: HTMLElement): () => void {
  const [timer, status] = place.children;
  const { deadline, now, left, over } = JSON.parse(place.dataset['countdown'] ?? '') as CountdownFacts;
  return watchClock(now, (passing) => {
    const moment = momentToSay(deadline, { from: now, now: passing });
    write(timer, timeLeft(deadline, passing, left) ?? over);
    write(status, moment === null ? '' : (timeLeft(deadline, moment, left) ?? ''));
  });
}

/** What is written anew may be said anew. */
function write(place: Element | undefined, text: string): void {
  if (place && place.textContent !== text) place.textContent = text;
}
