import { type CalendarWords, formatDateTime } from '#core/language/words.ts';
import type { Instant } from '#core/time/instant.ts';
import { fillIn } from '../refusal/refusal-words.ts';
import { fieldsHere } from './fields-here.ts';

export type PhoneClockFacts = {
  readonly at: Instant;
  /** East of Greenwich is positive, as in `Fields`. */
  readonly portOffsetMinutes: number;
  readonly words: CalendarWords;
  /** With `{when}` in it. */
  readonly text: string;
};

/** Says in `place` (`phone-clock.tsx`) what the phone's clock shows then, where that isn't what the port's does. */
export function startPhoneClock(place: HTMLElement): () => void {
  const { at, portOffsetMinutes, words, text } = JSON.parse(place.dataset['phoneClock'] ?? '') as PhoneClockFacts;
  if (-new Date(at).getTimezoneOffset() !== portOffsetMinutes) {
    place.textContent = fillIn(text, { when: formatDateTime(fieldsHere(at), words) }) ?? '';
    place.hidden = false;
  }
  return () => undefined;
}
