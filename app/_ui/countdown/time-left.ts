import { fillIn } from '../refusal/refusal-words.ts';

/** Sentences of a time that runs out, with `{hours}` and `{minutes}` in them. */
export type TimeLeftWords = { readonly both: string; readonly hours: string; readonly minutes: string };

/** `Time left: 22 h 5 min`, without hours or minutes where there are none; null when it is over. */
export function timeLeft(deadline: number, now: number, words: TimeLeftWords): string | null {
  if (now > deadline) return null;
  const all = Math.floor((deadline - now) / 60_000);
  const [hours, minutes] = [Math.floor(all / 60), all % 60];
  const sentence = hours === 0 ? words.minutes : minutes === 0 ? words.hours : words.both;
  return fillIn(sentence, { hours, minutes }) ?? null;
}
