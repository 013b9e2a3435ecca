import { fillIn } from '../refusal/refusal-words.ts';

/** Sentences of a time that runs out, with `{hours}` and `{minutes}` in them. */
export type TimeLeftWords = { readonly both: string; readonly hours: string; readonly minutes: string };

const minute = 60_000;
/** Before the end, when it is worth to be interrupted: often enough to act in time, and never each minute (WCAG 2.2.1). */
const moments = [60, 10, 5, 1].map((minutes) => minutes * minute);

/**
 * The moment at which the time left is said to who listens, for a minute from then on; null at any other time, and for what
 * passed before the page came at `from`. All in epoch milliseconds.
 */
export function momentToSay(deadline: number, { from, now }: { readonly from: number; readonly now: number }) {
  const passed = moments.map((before) => deadline - before).filter((at) => at > from && at <= now);
  const last = passed.at(-1);
  return last !== undefined && now < last + minute ? last : null;
}

/** `Time left: 22 h 5 min`, without hours or minutes where there are none; null when it is over. */
export function timeLeft(deadline: number, now: number, words: TimeLeftWords): string | null {
  if (now > deadline) return null;
  const all = Math.floor((deadline - now) / minute);
  const [hours, minutes] = [Math.floor(all / 60), all % 60];
  const sentence = hours === 0 ? words.minutes : minutes === 0 ? words.hours : words.both;
  return fillIn(sentence, { hours, minutes }) ?? null;
}
