import { describe, expect, test } from 'vitest';
import type { LocalDay, LocalMinute } from '#core/time/instant.ts';
import {
  type CalendarWords,
  durationParts,
  formatDate,
  formatDateTime,
  formatDay,
  formatList,
  formatMinute,
  formatNumber,
  formatTime,
  monthNames,
  weekdayName,
} from './words.ts';

const numbered = (prefix: string, count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [String(index + 1), `${prefix}${index + 1}`]));

const words: CalendarWords = {
  months: numbered('month', 12),
  monthsInDates: numbered('of-month', 12),
  weekdays: numbered('weekday', 7),
  periods: { am: 'AM', pm: 'PM' },
  date: '[day] [month] [year]',
  dateWithWeekday: '[weekday], [day] [month] [year]',
  time: '[hour12]:[minute] [period]',
  dateAndTime: '[date] at [time]',
  list: { two: '[first] y [last]', twoBeforeI: '[first] e [last]', middle: '[first], [last]', end: '[first] y [last]' },
  number: { group: '.', decimal: ',' },
};
const to24: CalendarWords = { ...words, time: '[hour24]:[minute]' };

describe('a day is written with the words of its language', () => {
  test('with and without the weekday', () => {
    expect(formatDay('2027-03-09' as LocalDay, words)).toBe('weekday2, 9 of-month3 2027');
    expect(formatDate('2027-03-09' as LocalDay, words)).toBe('9 of-month3 2027');
  });

  test('Sunday is the seventh day', () => {
    expect(weekdayName('2027-03-14' as LocalDay, words)).toBe('weekday7');
    expect(weekdayName('2024-02-29' as LocalDay, words)).toBe('weekday4');
  });

  test('a word that is missing throws instead of showing undefined', () => {
    expect(() => formatDay('2027-03-09' as LocalDay, { ...words, monthsInDates: {} })).toThrow(RangeError);
  });

  test('brackets in a word are not read as a pattern', () => {
    const tricky = { ...words, weekdays: { ...words.weekdays, '2': '[year]' } };
    expect(formatDay('2027-03-09' as LocalDay, tricky)).toBe('[year], 9 of-month3 2027');
  });
});

describe('a time is written with the clock of its language', () => {
  test.each([
    { clock: { hour: 0, minute: 5 }, by12: '12:05 AM', by24: '00:05' },
    { clock: { hour: 9, minute: 30 }, by12: '9:30 AM', by24: '09:30' },
    { clock: { hour: 12, minute: 0 }, by12: '12:00 PM', by24: '12:00' },
    { clock: { hour: 23, minute: 59 }, by12: '11:59 PM', by24: '23:59' },
  ])('$by24 is $by12', ({ clock, by12, by24 }) => {
    expect(formatTime(clock, words)).toBe(by12);
    expect(formatTime(clock, to24)).toBe(by24);
  });

  test.each([
    [0, 0, 'midnight'],
    [0, 30, '0:30 morning'],
    [1, 0, '1:00 morning'],
    [12, 30, '12:30 afternoon'],
    [11, 59, '11:59 morning'],
    [12, 0, 'noon'],
    [12, 1, '12:01 afternoon'],
    [17, 59, '5:59 afternoon'],
    [18, 0, '6:00 evening'],
  ])('and with words for parts of the day, of which noon is none: %d:%d is %s', (hour, minute, text) => {
    const parts = { am: 'morning', pm: 'afternoon', evening: 'evening', noon: 'noon', midnight: 'midnight' };
    expect(formatTime({ hour, minute }, { ...words, periods: parts })).toBe(text);
  });

  test('a slot is its own day and minute', () => {
    expect(formatMinute('2027-03-14T13:05' as LocalMinute, words)).toBe('weekday7, 14 of-month3 2027 at 1:05 PM');
  });

  test('fields of a zone are taken as they are', () => {
    const fields = { year: 2027, month: 11, day: 7, weekday: 7, hour: 1, minute: 30 };
    expect(formatDateTime(fields, to24)).toBe('weekday7, 7 of-month11 2027 at 01:30');
  });
});

test('months of a drop-down stand alone and in order', () => {
  expect(monthNames(words).slice(0, 3)).toEqual(['month1', 'month2', 'month3']);
  expect(monthNames(words)).toHaveLength(12);
});

test.each([
  [[], ''],
  [['Laredo'], 'Laredo'],
  [['Laredo', 'Nogales'], 'Laredo y Nogales'],
  [['Laredo', 'Hidalgo'], 'Laredo e Hidalgo'],
  [['Laredo', 'Hielo'], 'Laredo y Hielo'],
  [['Laredo', 'Nogales', 'El Paso'], 'Laredo, Nogales y El Paso'],
])('the list %j is %s', (items, text) => {
  expect(formatList(items, words)).toBe(text);
});

test.each([
  [0, '0'],
  [999, '999'],
  [1450, '1.450'],
  [1_234_567, '1.234.567'],
  [-12_345, '-12.345'],
  [1.6, '1,6'],
  [1450.25, '1.450,25'],
])('the number %d is %s', (value, text) => {
  expect(formatNumber(value, words)).toBe(text);
});

test.each([
  [-5, { days: 0, hours: 0, minutes: 0, seconds: 0 }],
  [59_999, { days: 0, hours: 0, minutes: 0, seconds: 59 }],
  [82_799_000, { days: 0, hours: 22, minutes: 59, seconds: 59 }],
  [90_061_000, { days: 1, hours: 1, minutes: 1, seconds: 1 }],
])('%d milliseconds have these parts', (milliseconds, parts) => {
  expect(durationParts(milliseconds)).toEqual(parts);
});
