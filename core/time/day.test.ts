import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addHours, dayOf, dayOfMinute, daysBetween, isLocalDay, isLocalMinute, minuteOf } from './day.ts';
import type { Instant, LocalDay } from './instant.ts';

const day = (text: string) => text as LocalDay;

describe('days', () => {
  test.each(['2027-01-01', '2028-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(isLocalDay(text)).toBe(true);
  });
  test.each([
    '',
    '2027-02-29',
    '1900-02-29',
    '2027-02-30',
    '2027-04-31',
    '2027-13-01',
    '2027-00-10',
    '2027-01-00',
    '0000-01-01',
    '2027-1-1',
    ' 2027-01-01',
    '2027-01-01\n',
    '+002027-01-01',
  ])('%j is none', (text) => {
    expect(isLocalDay(text)).toBe(false);
  });

  test.each([
    [2027, 2, 28, '2027-02-28'],
    [2027, 2, 29, null],
    [85, 3, 4, '0085-03-04'],
    [2027, 1.5, 1, null],
    [Number.NaN, 1, 1, null],
    [10_000, 1, 1, null],
  ])('the day of %s, %s, %s is %s', (...[year, month, dayOfMonth, expected]) => {
    expect(dayOf(year, month, dayOfMonth)).toBe(expected);
  });

  test.each([
    ['2027-02-28', 1, '2027-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2027-03-14', 10, '2027-03-24'],
    ['2027-11-06', 2, '2027-11-08'],
  ])('%s and %i days is %s', (from, count, expected) => {
    expect(addDays(day(from), count)).toBe(expected);
    expect(daysBetween(day(from), day(expected))).toBe(count);
  });

  test('adding days and taking them away leads back, over any years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80_000 }), fc.integer({ min: -4000, max: 4000 }), (offset, count) => {
        const start = addDays(day('1900-01-01'), offset);
        const later = addDays(start, count);
        expect(isLocalDay(later)).toBe(true);
        expect(addDays(later, -count)).toBe(start);
        expect(later > start).toBe(count > 0);
      }),
    );
  });
});

describe('minutes', () => {
  test.each(['2027-03-14T00:00', '2027-03-14T23:59'])('%s is one', (text) => {
    expect(isLocalMinute(text)).toBe(true);
  });
  test.each([
    '2027-03-14',
    '2027-03-14T24:00',
    '2027-03-14T08:60',
    '2027-02-30T08:00',
    '2027-03-14T08:00:00',
    '2027-03-14 08:00',
    'T08:00',
  ])('%j is none', (text) => {
    expect(isLocalMinute(text)).toBe(false);
  });
  test('a minute is made of a day and a time, and gives its day back', () => {
    expect(minuteOf(day('2027-03-14'), '08:15')).toBe('2027-03-14T08:15');
    expect(dayOfMinute(minuteOf(day('2027-03-14'), '08:15'))).toBe('2027-03-14');
  });
});

test('hours are elapsed time', () => {
  expect(addHours(0 as Instant, 23)).toBe(82_800_000);
});
