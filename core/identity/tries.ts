import type { Instant } from '#core/time/instant.ts';

/**
 * How often somebody may try. Tries fill a bucket that leaks: a few are free, then each has to wait twice as long as the one
 * before, up to a longest wait, so that nobody is locked out for good.
 */
export type TryRule = {
  readonly free: number;
  /** Milliseconds after which one try is forgotten. */
  readonly leakMs: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
};

/** How full the bucket was after the last try, and when that was. */
export type Tries = { readonly level: number; readonly at: Instant };

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * Whose tries are counted together. `code` is for a code that is typed with a wrong birth date: only who holds it can fill
 * it. `network` is wide, since thousands of phones share one address. `all` waits a minute at most: a flood slows everybody
 * down, and shuts nobody out. There is none for an account: a stranger could fill it. `paper` is no guess: making a PDF
 * costs the server a hundred times what a page does. So does a sentence of our voice: `sound` lets a page be heard at once,
 * and one sentence every two seconds after many pages; `allSound` is for all networks together, what one core can make.
 */
export const tryRules = {
  session: { free: 5, leakMs: hour, firstWaitMs: 30 * second, longestWaitMs: hour },
  code: { free: 5, leakMs: 12 * hour, firstWaitMs: minute, longestWaitMs: 12 * hour },
  network: { free: 30, leakMs: 2 * minute, firstWaitMs: minute, longestWaitMs: 15 * minute },
  paper: { free: 10, leakMs: 6 * minute, firstWaitMs: minute, longestWaitMs: 15 * minute },
  sound: { free: 400, leakMs: 2 * second, firstWaitMs: 5 * second, longestWaitMs: minute },
  allSound: { free: 800, leakMs: second / 2, firstWaitMs: 5 * second, longestWaitMs: minute },
  all: { free: 300, leakMs: second, firstWaitMs: 5 * second, longestWaitMs: minute },
} as const satisfies Readonly<Record<string, TryRule>>;
export type TryBucket = keyof typeof tryRules;

/** Tries are forgotten after a day without another. */
export const triesKeptMs = 24 * hour;

/** Milliseconds until the next try; 0 where it may be made now. After 5 tries at once: 30 s, 1 min, 2 min … 1 h. */
export function waitBefore(tries: Tries, rule: TryRule, now: Instant): number {
  const over = Math.round(tries.level) - rule.free;
  if (over < 0) return 0;
  const wait = Math.min(rule.longestWaitMs, rule.firstWaitMs * 2 ** Math.min(over, 40));
  return Math.max(0, tries.at + wait - now);
}

/** The bucket after one more try. */
export function afterTry(tries: Tries, rule: TryRule, now: Instant): Tries {
  const leaked = Math.max(0, now - tries.at) / rule.leakMs;
  return { level: Math.max(0, tries.level - leaked) + 1, at: now };
}

/** The bucket after a try that was right: it doesn't count. */
export function afterSuccess(tries: Tries): Tries {
  return { ...tries, level: Math.max(0, tries.level - 1) };
}
