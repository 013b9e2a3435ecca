import { expect, test } from 'vitest';
import type { PortCode } from '#core/ids.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { linkageOf, type PublishedDay } from './linkage.ts';
import { type Seeker, seekerOf } from './seeker.ts';

const firstDay = '2027-01-12' as LocalDay;
const laredo = ['laredo'] as PortCode[];
const twoPorts = ['laredo', 'nogales'] as PortCode[];

function line(number: number, size: number, { arrival = 0, ports = laredo }): Seeker {
  return seekerOf({
    number,
    kind: 'honest',
    size,
    ports,
    language: 'es',
    phone: 'good',
    arrival,
    patience: 999,
    registrations: 1,
    devices: 1,
  });
}

/** Four who look alike but for their day, and one large group. */
const [a, b, c, d, large] = [
  line(1, 1, {}),
  line(2, 1, {}),
  line(3, 1, { arrival: 1 }),
  line(4, 1, { arrival: 1, ports: twoPorts }),
  line(5, 9, { arrival: 1 }),
];
const lists: readonly PublishedDay[] = [
  { day: 1, seekers: [a, b, c, d, large] },
  { day: 2, seekers: [a, b, c, d, large] },
  { day: 3, seekers: [a, b, c, d, large, line(6, 1, { arrival: 3 })] },
];

test('with bands of a day, who is alone in size, ports and day is found for certain', () => {
  const { bands, lastDay } = linkageOf(lists, { bandSize: 1, ports: 3 }, firstDay);
  expect(bands).toBe(2);
  // a and b are two who look alike; the others are alone: (0.5 + 0.5 + 1 + 1 + 1) / 5.
  expect(lastDay).toEqual({ found: 0.8, certain: 0.6, knowing: 0.8 });
});

test('without bands, those of other days look alike, too', () => {
  const { bands, lastDay, nextDay, bySize } = linkageOf(lists, { bandSize: 100, ports: 3 }, firstDay);
  expect(bands).toBe(1);
  expect(nextDay).toEqual({ found: 0.6, certain: 0.4 });
  // a, b and c are four with the one who came later: (3 × 0.25 + 1 + 1) / 5.
  expect(lastDay).toEqual({ found: 0.55, certain: 0.4, knowing: 0.8 });
  expect(bySize.map(({ size, lines, certain }) => [size, lines, certain])).toEqual([
    ['1', 4, 0.25],
    ['7 or more', 1, 1],
  ]);
});

test('fewer ports in a list hide more', () => {
  const { lastDay } = linkageOf(lists, { bandSize: 100, ports: 1 }, firstDay);
  expect(lastDay.found).toBe(0.36);
});

test('who was missing in a list is not followed', () => {
  const between = [{ day: 2, seekers: [a, b, large] }];
  const { lastDay } = linkageOf(
    [...lists.slice(0, 1), ...between, ...lists.slice(2)],
    { bandSize: 1, ports: 3 },
    firstDay,
  );
  // Of a, b and the large group: (0.5 + 0.5 + 1) / 3.
  expect(lastDay.found).toBe(0.667);
});

test('a list between rules out the days at which nobody in it looked alike', () => {
  const others = [line(11, 9, {}), line(12, 9, {}), ...[13, 14, 15].map((number) => line(number, 9, { arrival: 1 }))];
  const found = (between: readonly Seeker[]) =>
    linkageOf(
      [
        // One band of both days; the others are cut between them.
        { day: 1, seekers: [a, c] },
        { day: 2, seekers: between },
        { day: 3, seekers: [a, c, ...others] },
      ],
      { bandSize: 3, ports: 3 },
      firstDay,
    ).lastDay.found;
  expect(found([a, c, ...others])).toBe(0.5);
  expect(found([a, ...others])).toBe(1);
});
