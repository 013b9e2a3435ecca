import { describe, expect, test } from 'vitest';
import { timeLeft } from './time-left.ts';

const hour = 3_600_000;

describe('the time left', () => {
  test('counts more than a day in hours, as offers are counted', () => {
    expect(timeLeft(46 * hour, 0)).toEqual({ hours: '46', minutes: '00' });
  });

  test('never says more than there is', () => {
    expect(timeLeft(2 * hour, 1)).toEqual({ hours: '1', minutes: '59' });
  });

  test('is not over at the deadline itself, when a confirmation still counts', () => {
    expect(timeLeft(hour, hour)).toEqual({ hours: '0', minutes: '00' });
    expect(timeLeft(hour, hour + 1)).toBeNull();
  });
});
