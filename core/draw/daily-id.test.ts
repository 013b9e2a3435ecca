import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { dailyId } from './daily-id.ts';

const secret = new Uint8Array(32).fill(1);

describe('the id of a day', () => {
  test("is the HMAC of protocol and day under the registration's secret", () => {
    const expected = createHmac('sha256', secret).update('puente-draw-1/2027-03-01').digest('hex');
    expect(dailyId(secret, '2027-03-01')).toBe(expected);
  });

  test('is another on another day, and for another registration', () => {
    expect(dailyId(secret, '2027-03-02')).not.toBe(dailyId(secret, '2027-03-01'));
    expect(dailyId(new Uint8Array(32).fill(2), '2027-03-01')).not.toBe(dailyId(secret, '2027-03-01'));
  });
});
