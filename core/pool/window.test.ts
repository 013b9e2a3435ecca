import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RequestWindow } from '#core/policy/policy.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';
import { formatInstant, parseInstant } from '#core/time/rfc3339.ts';
import { closesAt, nextOpening, opensAt, poolDayAt, slotDayOf } from './window.ts';

const window: RequestWindow = { timeZone: 'America/New_York', opens: '12:00', closes: '11:00' };
const instant = (text: string) => parseInstant(text) as Instant;

describe('the day whose pool is open', () => {
  test.each([
    ['noon Eastern opens the pool of tomorrow', '2027-01-14T17:00:00Z', '2027-01-15'],
    ['a millisecond before noon none is open', '2027-01-14T16:59:59.999Z', null],
    ['midnight Eastern changes nothing', '2027-01-15T05:00:00Z', '2027-01-15'],
    ['a millisecond before 11:00 is in time', '2027-01-15T15:59:59.999Z', '2027-01-15'],
    ['11:00 is too late', '2027-01-15T16:00:00Z', null],
    ['in summer everything is an hour earlier in UTC', '2027-07-14T16:00:00Z', '2027-07-15'],
    ['in summer it closes an hour earlier in UTC', '2027-07-15T15:00:00Z', null],
    ['over New Year', '2026-12-31T18:00:00Z', '2027-01-01'],
  ])('%s', (_title, at, expected) => {
    expect(poolDayAt(instant(at), window)).toBe(expected);
  });

  test('a pool is open for 23 hours, 22 over the spring night, 24 over the autumn one', () => {
    const hours = (day: string) => (closesAt(day as LocalDay, window) - opensAt(day as LocalDay, window)) / 3_600_000;
    expect(hours('2027-01-15')).toBe(23);
    expect(hours('2027-03-14')).toBe(22);
    expect(hours('2027-11-07')).toBe(24);
    expect(formatInstant(opensAt('2027-03-14' as LocalDay, window))).toBe('2027-03-13T17:00:00Z');
    expect(formatInstant(closesAt('2027-03-14' as LocalDay, window))).toBe('2027-03-14T15:00:00Z');
  });

  test('at any instant the open pool is the one between whose opening and close it lies, or the next opening is at most an hour away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_767_225_600_000, max: 1_893_456_000_000 }), (at) => {
        const now = at as Instant;
        const day = poolDayAt(now, window);
        if (day) {
          expect(opensAt(day, window)).toBeLessThanOrEqual(now);
          expect(closesAt(day, window)).toBeGreaterThan(now);
        } else {
          expect(nextOpening(now, window) - now).toBeGreaterThan(0);
          expect(nextOpening(now, window) - now).toBeLessThanOrEqual(3_600_000);
        }
        expect(poolDayAt(nextOpening(now, window), window)).not.toBeNull();
        expect(nextOpening(now, window)).toBeGreaterThanOrEqual(now);
        expect(nextOpening(now, window) - now).toBeLessThanOrEqual(25 * 3_600_000);
      }),
    );
  });
});

test('the draw of a day gives the slots of leadDays later', () => {
  expect(slotDayOf('2027-02-25' as LocalDay, { leadDays: 10 })).toBe('2027-03-07');
});
