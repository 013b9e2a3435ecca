import { describe, expect, test } from 'vitest';
import { isFromFuture, isOver, type KeptKind } from './kinds.ts';

const now = Date.parse('2026-10-15T15:00:00-06:00');
const day = 24 * 60 * 60 * 1000;

describe('what is kept', () => {
  test.each<{ readonly what: string; readonly kind: KeptKind; readonly days: number; readonly over: boolean }>([
    { what: 'a draft of a week ago by a clock that is a day ahead now', kind: 'draft', days: 8, over: false },
    { what: 'a draft of nine days ago', kind: 'draft', days: 9, over: true },
    { what: 'a draft of tomorrow, from a clock that was a day ahead', kind: 'draft', days: -1, over: false },
    { what: 'a draft of next year, from a clock that was wrong', kind: 'draft', days: -365, over: false },
    { what: 'a page of a month ago', kind: 'page', days: 31, over: false },
    { what: 'a page of two months ago', kind: 'page', days: 60, over: true },
    { what: 'what was sent a year ago and has not arrived', kind: 'write', days: 365, over: false },
  ])('$what', ({ kind, days, over }) => {
    expect(isOver({ kind, at: now - days * day }, now)).toBe(over);
  });

  test('on a shared phone is over after ten minutes, whichever way its clock went', () => {
    const minutesAgo = (minutes: number) => isOver({ kind: 'draft', at: now - minutes * 60_000 }, now, true);
    expect([9, 11, -9, -11].map(minutesAgo)).toEqual([false, true, false, true]);
  });

  test('of a day in the future may be by a clock as people have it, and is left alone', () => {
    expect(isFromFuture(now + day, now)).toBe(false);
    expect(isFromFuture(now + 2 * day, now)).toBe(true);
  });
});
