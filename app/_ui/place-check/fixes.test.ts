import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { signalsOf } from '#core/eligibility/signals.ts';
import type { Instant } from '#core/time/instant.ts';
import { watchFixes } from './fixes.ts';

type Fix = readonly [timestamp: number, latitude: number, longitude: number, accuracy: number];

const second = 1000;
const many = (make: (index: number) => Fix) => Array.from({ length: 12 }, (_, index) => make(index));

/** A phone that finds these places; what its page told of them, and whether its receiver still works. */
function phone(fixes: readonly Fix[]) {
  const told: number[] = [];
  const watching = new Set<number>();
  let found: PositionCallback | undefined;
  const stop = watchFixes(
    {
      watchPosition(callback) {
        found = callback;
        watching.add(7);
        return 7;
      },
      clearWatch: (id) => watching.delete(id),
    },
    (times) => told.push(times),
  );
  for (const [timestamp, latitude, longitude, accuracy] of fixes) {
    if (watching.size > 0) found?.({ timestamp, coords: { latitude, longitude, accuracy } } as GeolocationPosition);
  }
  return { told, stop, works: () => watching.size > 0 };
}

/** What somebody of the staff would see of it. */
function marks(fixes: readonly Fix[]) {
  const [, latitude, longitude, accuracyMeters] = fixes[0] as Fix;
  const sameFixes = phone(fixes).told.at(-1);
  const place = { latitude, longitude, accuracyMeters };
  const now = 0 as Instant;
  return signalsOf({ report: { sameFixes }, place, now, earlier: [], languages: [], sameSequences: 0 });
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a phone that lies still is an honest one', () => {
  // Consecutive seconds of a phone on a table: github.com/Lyokone/flutterlocation/issues/195
  const receiver: readonly Fix[] = [
    [1560864885000, 23.0427251, 88.8290915, 8.08899974822998],
    [1560864886000, 23.0427258, 88.8291015, 7.619999885559082],
    [1560864887000, 23.0427284, 88.8291121, 7.304999828338623],
  ];

  test.each<[string, readonly Fix[]]>([
    ['by satellites, whose noise moves it', receiver],
    [
      'by a chip that holds a slow place, and reckons its accuracy',
      many((at) => [at * second + 1, 31.7, -106.4, 4 + at / 8]),
    ],
    ['by networks, which say the same each time', many((at) => [at * second + 1, 31.7399, -106.4851, 14.286])],
    ['by a phone that rounds its accuracy to ten', many((at) => [at * second + 1, 31.739934, -106.485123, 10])],
    ['out of its memory, at the time it was found', many(() => [1560864885000, 31.7399344, -106.4851239, 4.2])],
    ['by few places', many((at) => [at * second + 1, 31.7399344, -106.4851239, 4.2] as const).slice(0, 9)],
  ])('%s', (_title, fixes) => {
    expect(marks(fixes)).toEqual([]);
  });

  test('and its receiver rests from the second place on', () => {
    const { told, works } = phone(receiver);
    expect([told, works()]).toEqual([[1, 0], false]);
  });
});

describe('a program that goes on saying one place', () => {
  const pretended = many((at) => [at * second + 1, 31.7399344, -106.4851239, 4.2]);

  test('is marked, with its figures and without the place', () => {
    expect(marks(pretended)).toEqual([{ kind: 'still-place', detail: { accuracyMeters: 4.2, times: 10 } }]);
    expect(phone(pretended).works()).toBe(false);
  });

  test('is watched no longer than a minute, nor after she has left the page', () => {
    const some = phone(pretended.slice(0, 3));
    expect(some.works()).toBe(true);
    vi.advanceTimersByTime(60_000);
    expect(some.works()).toBe(false);
    const left = phone(pretended.slice(0, 3));
    left.stop();
    expect(left.works()).toBe(false);
  });
});
