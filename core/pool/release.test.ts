import { describe, expect, test } from 'vitest';
import { supervisorsFor } from './release.ts';

const [seen, other] = ['a'.repeat(64), 'b'.repeat(64)];

describe('who lets a closed pool be drawn', () => {
  test.each([
    ['nobody yet', [], 0],
    ['one supervisor', [['ana', seen]], 1],
    [
      'the same one twice',
      [
        ['ana', seen],
        ['ana', seen],
      ],
      1,
    ],
    [
      'two',
      [
        ['ana', seen],
        ['ben', seen],
      ],
      2,
    ],
    [
      'one who saw something else',
      [
        ['ana', seen],
        ['ben', other],
      ],
      1,
    ],
    [
      'two who saw something else',
      [
        ['ana', other],
        ['ben', other],
      ],
      0,
    ],
  ] as const)('%s', (_title, releases, count) => {
    const given = releases.map(([person, announcementHash]) => ({ person, announcementHash }));
    expect(supervisorsFor(given, seen)).toBe(count);
  });
});
