import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instant } from '#core/time/instant.ts';
import { nextTry } from './retry.ts';

const minute = 60_000;
const hour = 60 * minute;
const madeAt = Date.UTC(2027, 2, 10, 16) as Instant;
const at = (milliseconds: number) => (madeAt + milliseconds) as Instant;

describe('a message that a channel could not take', () => {
  test.each([
    [1, minute],
    [2, 2 * minute],
    [5, 16 * minute],
    [10, 6 * hour],
    [60, 6 * hour],
  ])('is tried again after its try %i in %i ms', (tries, pause) => {
    expect(nextTry({ madeAt, tries, now: at(minute) })).toBe(at(minute + pause));
  });

  test('waits as long as the channel asks for, a day at most', () => {
    expect(nextTry({ madeAt, tries: 1, now: madeAt, retryAfterMs: hour })).toBe(at(hour));
    expect(nextTry({ madeAt, tries: 4, now: madeAt, retryAfterMs: 1 })).toBe(at(8 * minute));
    expect(nextTry({ madeAt, tries: 1, now: madeAt, retryAfterMs: 1e12 })).toBe(at(24 * hour));
  });

  test('is tried a last time when three days are over, and then has failed', () => {
    expect(nextTry({ madeAt, tries: 12, now: at(71 * hour) })).toBe(at(72 * hour));
    expect(nextTry({ madeAt, tries: 13, now: at(72 * hour) })).toBeNull();
  });

  test('always ends, with less than fifty tries', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 * minute }), fc.nat(1e9), (lasts, retryAfterMs) => {
        let now = madeAt;
        for (let tries = 1; tries < 50; tries += 1) {
          const next = nextTry({ madeAt, tries, now: (now + lasts) as Instant, retryAfterMs });
          if (next === null) return true;
          if (next <= now) return false;
          now = next;
        }
        return false;
      }),
    );
  });
});
