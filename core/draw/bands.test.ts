import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandOf, cutBands } from './bands.ts';

const at = (time: string): number => Date.parse(time);
const times = (count: number, time: string): readonly number[] => Array.from({ length: count }, () => at(time));
const dates = fc.array(fc.integer({ min: 0, max: 12 * 86_400_000 - 1 }), { maxLength: 200 });

describe('bands', () => {
  test('are cut where a thousand are older and a thousand younger', () => {
    const registeredAt = [
      ...times(600, '2026-01-03T09:00:00Z'),
      ...times(600, '2026-01-01T23:59:59Z'),
      ...times(600, '2026-01-05T12:00:00Z'),
      ...times(600, '2026-01-06T12:00:00Z'),
    ];
    expect(cutBands(registeredAt)).toEqual(['2026-01-05T00:00:00Z']);
  });

  test('are never cut with fewer than two thousand, or when all registered on one day', () => {
    expect(cutBands([])).toEqual([]);
    expect(cutBands([...times(1_000, '2026-01-01T00:00:00Z'), ...times(999, '2026-02-01T00:00:00Z')])).toEqual([]);
    expect(cutBands(times(5_000, '2026-01-01T00:00:00Z'))).toEqual([]);
  });

  test('are cut with exactly a thousand on both sides', () => {
    const registeredAt = [...times(1_000, '2026-01-31T00:00:00Z'), ...times(1_000, '2026-02-01T08:00:00Z')];
    expect(cutBands(registeredAt)).toEqual(['2026-02-01T00:00:00Z']);
  });

  test('a band begins at its bound, inclusive', () => {
    const bounds = ['2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z'];
    expect(bandOf(at('2026-01-31T23:59:59.999Z'), bounds)).toBe(0);
    expect(bandOf(at('2026-02-01T00:00:00Z'), bounds)).toBe(1);
    expect(bandOf(at('2026-02-28T23:59:59Z'), bounds)).toBe(1);
    expect(bandOf(at('2026-03-01T00:00:00Z'), bounds)).toBe(2);
    expect(bandOf(at('2026-03-01T00:00:00Z'), [])).toBe(0);
  });

  test('each holds at least the least number where there are as many, and the older are never in a later one', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 30 }), (registeredAt, least) => {
        const bounds = cutBands(registeredAt, least);
        const bands = registeredAt.toSorted((a, b) => a - b).map((date) => bandOf(date, bounds));
        expect(bands).toEqual(bands.toSorted((a, b) => a - b));
        const sizes = [...bounds, ''].map((_, band) => bands.filter((other) => other === band).length);
        for (const size of sizes) expect(size).toBeGreaterThanOrEqual(Math.min(least, registeredAt.length));
      }),
    );
  });

  test('are as many as whole days allow: none could be cut in two', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 30 }), (registeredAt, least) => {
        const bounds = cutBands(registeredAt, least);
        for (const band of [...bounds, ''].keys()) {
          const inBand = registeredAt.filter((date) => bandOf(date, bounds) === band);
          const isLast = band === bounds.length;
          // The last takes what is left over, so it alone can hold a day on which it has enough before and after.
          if (!isLast)
            expect(inBand.filter((date) => dayOf(date) < Math.max(...inBand.map(dayOf))).length).toBeLessThan(least);
        }
      }),
    );
  });
});

function dayOf(date: number): number {
  return Math.floor(date / 86_400_000);
}
