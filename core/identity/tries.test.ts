import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instant } from '#core/time/instant.ts';
import { afterSuccess, afterTry, type Tries, type TryBucket, tryRules, waitBefore } from './tries.ts';

const start = 1_800_000_000_000 as Instant;
const rule = { free: 5, leakMs: 3_600_000, firstWaitMs: 30_000, longestWaitMs: 3_600_000 };

function tried(times: number): Tries {
  let tries: Tries = { level: 0, at: start };
  for (let time = 0; time < times; time += 1) tries = afterTry(tries, rule, start);
  return tries;
}

describe('tries', () => {
  test.each([
    [4, 0],
    [5, 30_000],
    [6, 60_000],
    [11, 1_920_000],
    [12, 3_600_000],
    [2000, 3_600_000],
  ])('after %d at once the next has to wait %d ms', (times, wait) => {
    expect(waitBefore(tried(times), rule, start)).toBe(wait);
  });

  test('one more is free again when the wait is over', () => {
    expect(waitBefore(tried(5), rule, (start + 29_999) as Instant)).toBe(1);
    expect(waitBefore(tried(5), rule, (start + 30_000) as Instant)).toBe(0);
  });

  test('one is forgotten in each time of its rule', () => {
    expect(afterTry(tried(5), rule, (start + 3 * 3_600_000) as Instant).level).toBe(3);
    expect(afterTry(tried(5), rule, (start + 90 * 3_600_000) as Instant).level).toBe(1);
  });

  test('one that was right does not count', () => {
    expect(afterSuccess(tried(5)).level).toBe(4);
    expect(afterSuccess({ level: 0.2, at: start }).level).toBe(0);
  });

  test('whatever was tried, nobody waits longer than the rule’s longest wait', () => {
    const gaps = fc.array(fc.nat(5_000_000), { maxLength: 200 });
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(tryRules) as TryBucket[])), gaps, (bucket, all) => {
        let tries: Tries = { level: 0, at: start };
        for (const gap of all) tries = afterTry(tries, tryRules[bucket], (tries.at + gap) as Instant);
        expect(waitBefore(tries, tryRules[bucket], tries.at)).toBeLessThanOrEqual(tryRules[bucket].longestWaitMs);
      }),
    );
  });
});
