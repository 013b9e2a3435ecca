import { describe, expect, test } from 'vitest';
import { momentToSay, timeLeft } from './time-left.ts';

const hour = 3_600_000;
const minute = 60_000;
const words = { both: 'Left: {hours} h {minutes} min', hours: 'Left: {hours} h', minutes: 'Left: {minutes} min' };

describe('the time left', () => {
  test('counts more than a day in hours, as offers are counted', () => {
    expect(timeLeft(46 * hour + 5 * minute, 0, words)).toBe('Left: 46 h 5 min');
  });

  test('names no hours and no minutes where there are none', () => {
    expect(timeLeft(22 * hour, 0, words)).toBe('Left: 22 h');
    expect(timeLeft(2 * minute, 0, words)).toBe('Left: 2 min');
  });

  test('never says more than there is', () => {
    expect(timeLeft(2 * hour, 1, words)).toBe('Left: 1 h 59 min');
  });

  test('is not over at the deadline itself, when a confirmation still counts', () => {
    expect(timeLeft(hour, hour, words)).toBe('Left: 0 min');
    expect(timeLeft(hour, hour + 1, words)).toBeNull();
  });
});

describe('the time left is said to who listens', () => {
  const deadline = 24 * hour;
  const said = (minutesLeft: number, cameWith = 120) => {
    const moment = momentToSay(deadline, { from: deadline - cameWith * minute, now: deadline - minutesLeft * minute });
    return moment === null ? null : timeLeft(deadline, moment, words);
  };

  test.each([
    [61, null],
    [60, 'Left: 1 h'],
    [59.5, 'Left: 1 h'],
    [59, null],
    [10, 'Left: 10 min'],
    [4.9, 'Left: 5 min'],
    [1, 'Left: 1 min'],
    [0, null],
  ])('with %d minutes left: %s', (minutesLeft, sentence) => {
    expect(said(minutesLeft)).toBe(sentence);
  });

  test('and nothing that had passed before she opened the page', () => {
    expect(said(9.5, 9.8)).toBeNull();
  });
});
