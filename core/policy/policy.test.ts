import { describe, expect, test } from 'vitest';
import type { Instant } from '#core/time/instant.ts';
import { parseInstant } from '#core/time/rfc3339.ts';
import { askingEverything, everyQuestion, shippedPolicies, withoutReleases } from './policies.ts';
import { policyAt, policyNamed, readPolicy } from './policy.ts';

const first = shippedPolicies[0];
if (!first) throw new Error('expected a policy');
const instant = (text: string) => parseInstant(text) as Instant;

describe('policies', () => {
  test('are dated, oldest first, each with a name of its own', () => {
    const dates = shippedPolicies.map((policy) => instant(policy.from));
    expect(dates).toEqual([...dates].sort((one, other) => one - other));
    expect(new Set(shippedPolicies.map((policy) => policy.name)).size).toBe(shippedPolicies.length);
    expect(new Set(dates).size).toBe(shippedPolicies.length);
  });
  test('hold from their instant on', () => {
    const next = readPolicy({ ...first, name: '2027-06', from: '2027-06-01T00:00:00Z' });
    expect(policyAt(instant('2027-05-31T23:59:59Z'), [first, next])).toBe(first);
    expect(policyAt(instant('2027-06-01T00:00:00Z'), [first, next])).toBe(next);
    expect(policyAt(instant('2027-03-01T00:00:00Z'), shippedPolicies).name).toBe('2027-01');
  });
  test('before the first began, the first holds', () => {
    expect(policyAt(0 as Instant, shippedPolicies)).toBe(first);
  });
  test('is found by its name, and a name that nobody made is a bug', () => {
    expect(policyNamed('2027-01', shippedPolicies)).toBe(first);
    expect(() => policyNamed('9999-01', shippedPolicies)).toThrow(/9999-01/);
  });
  test('are the same where everything is asked, but for the questions and who confirms', () => {
    expect(askingEverything([first])).toEqual([{ ...first, questions: everyQuestion, whoConfirms: 'head' }]);
    // As strict as a file of an operator's.
    expect(readPolicy(askingEverything([first])[0])).toEqual(askingEverything([first])[0]);
  });
  test('are the same where nobody releases a draw, but for that', () => {
    expect(withoutReleases([first])).toEqual([{ ...first, drawReleases: 0 }]);
  });
  test('the defaults are those of the design', () => {
    expect(first).toMatchObject({
      requestWindow: { opens: '12:00', closes: '11:00', timeZone: 'America/New_York' },
      leadDays: 10,
      oldestShare: 5000,
      maxGroup: 12,
      reserve: 22,
      drawReleases: 2,
      offerHours: 23,
      extensionHours: 23,
      latestOfferHours: 24,
      signOfLifeDays: 30,
      signOfLifeWarnings: [5, 1],
      deviceLimit: 3,
      geofence: { southernLatitude: 19.05, marginMeters: 5000 },
    });
  });
});

describe('a policy that cannot work is refused', () => {
  test.each([
    ['an unknown member', { bonus: 1 }],
    ['a reserve below what the draw may go over', { reserve: 21 }],
    ['a window that closes after it opens', { requestWindow: { ...first.requestWindow, closes: '12:30' } }],
    ['a share of more than everything', { oldestShare: 10_001 }],
    ['a group of thirteen', { maxGroup: 13 }],
    ['half a day ahead', { leadDays: 0.5 }],
    ['a date that is none', { from: '2027-02-30T00:00:00Z' }],
    ['a time of day that is none', { requestWindow: { ...first.requestWindow, opens: '24:00' } }],
    ['a device that may do nothing', { deviceLimit: 0 }],
    ['no terms', { termsVersion: '' }],
    ['terms whose name could be a path', { termsVersion: '../2027-01' }],
    ['a warning before the days begin', { signOfLifeWarnings: [30] }],
    ['warnings that come in the wrong order', { signOfLifeWarnings: [1, 5] }],
    ['a question that is not asked rightly', { questions: { ...first.questions, sex: 'optional' } }],
  ])('%s', (_title, change) => {
    expect(() => readPolicy({ ...first, ...change })).toThrow();
    expect(readPolicy(first)).toEqual(first);
  });
});
