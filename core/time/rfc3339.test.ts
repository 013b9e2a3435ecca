import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instant } from './instant.ts';
import { formatInstant, parseInstant } from './rfc3339.ts';

describe('reading RFC 3339', () => {
  test.each([
    ['1970-01-01T00:00:00Z', 0],
    ['1970-01-01T00:00:01z', 1000],
    ['1970-01-01t00:00:00.25Z', 250],
    ['1970-01-01T00:00:00.123456789Z', 123],
    ['2027-01-05T12:00:00-05:00', 1_799_168_400_000],
    ['2027-01-05T17:00:00Z', 1_799_168_400_000],
    ['1969-12-31T23:59:59Z', -1000],
  ])('%s is %i', (text, expected) => {
    expect(parseInstant(text)).toBe(expected);
  });
  test.each([
    '',
    'now',
    '2027-01-05',
    '2027-01-05T17:00Z',
    '2027-01-05T17:00:00',
    '2027-02-30T17:00:00Z',
    '2027-01-05T24:00:00Z',
    '2027-01-05T17:00:60Z',
    '2027-01-05T17:00:00+0500',
    '2027-01-05 17:00:00Z',
    '2027-01-05T17:00:00.Z',
    ' 2027-01-05T17:00:00Z',
  ])('%j is none', (text) => {
    expect(parseInstant(text)).toBeNull();
  });
});

describe('writing RFC 3339', () => {
  test('whole seconds have no fraction, as in the published files of the draw', () => {
    expect(formatInstant(1_799_168_400_000 as Instant)).toBe('2027-01-05T17:00:00Z');
    expect(formatInstant(1_799_168_400_007 as Instant)).toBe('2027-01-05T17:00:00.007Z');
  });
  test('what was written is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }), (milliseconds) => {
        expect(parseInstant(formatInstant(milliseconds as Instant))).toBe(milliseconds);
      }),
    );
  });
});
