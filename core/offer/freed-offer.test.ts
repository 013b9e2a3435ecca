import { describe, expect, test } from 'vitest';
import { addHours } from '#core/time/day.ts';
import type { Instant } from '#core/time/instant.ts';
import { freedDeadline, lastAnswerAt } from './freed-offer.ts';

const hours = { offerHours: 23, latestOfferHours: 24, shortestOfferHours: 6 };
const now = 1_799_168_400_000 as Instant;

describe('a place that freed up', () => {
  test.each([
    { hoursToSlot: 240, offered: 23 },
    { hoursToSlot: 47, offered: 23 },
    { hoursToSlot: 46, offered: 22 },
    { hoursToSlot: 30, offered: 6 },
    { hoursToSlot: 29.9, offered: null },
    { hoursToSlot: 1, offered: null },
    { hoursToSlot: -5, offered: null },
  ])('$hoursToSlot hours before its slot is held $offered hours', ({ hoursToSlot, offered }) => {
    const deadline = freedDeadline(now, addHours(now, hoursToSlot), hours);
    expect(deadline).toBe(offered === null ? null : addHours(now, offered));
  });

  test('is answered 24 hours before its slot at the latest', () => {
    expect(lastAnswerAt(addHours(now, 24), hours)).toBe(now);
  });
});
