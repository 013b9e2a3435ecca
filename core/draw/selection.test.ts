import { describe, expect, test } from 'vitest';
import { placeByCutOffs } from './cut-offs.ts';
import type { Place } from './place-list.ts';
import { oldestPlaces, select } from './selection.ts';
import type { Entrant } from './ticket.ts';

const protocol = 'puente-draw-1';
const slot = '2027-03-11T08:00';

function capacity(ports: Readonly<Record<string, number>>, oldestShare: number) {
  const list = Object.entries(ports).map(([port, places]) => ({ port, slots: [{ places, slot }] }));
  return { day: '2027-03-01', maxGroup: 12, oldestShare, ports: list, protocol } as const;
}

function group(ticket: string, { size = 1, band = 0 }, ...ports: readonly string[]): Entrant {
  return { id: ticket, ticket, size, band, ports };
}

const said = (place: Place): string => (place ? `${place.port} ${place.list}` : '-');

describe('the selection', () => {
  test('the worked example of the README', () => {
    const entrants = [
      group('01', { band: 1 }, 'laredo'),
      group('02', { size: 2 }, 'laredo', 'nogales'),
      group('03', {}, 'laredo', 'nogales'),
      group('04', { band: 1 }, 'laredo'),
    ];
    const { places, cutOffs } = select(entrants, capacity({ laredo: 2, nogales: 2 }, 5_000));
    expect(places.map(said)).toEqual(['laredo shuffled', 'laredo oldest', 'nogales oldest', '-']);
    expect(cutOffs).toEqual({
      laredo: { oldest: '0 03', shuffled: '03' },
      nogales: { oldest: null, shuffled: null },
    });
    expect(entrants.map((entrant) => said(placeByCutOffs(entrant, cutOffs)))).toEqual(places.map(said));
  });

  test('a group stands where its first member stands, even when its last goes over the places', () => {
    const entrants = [group('01', {}, 'laredo'), group('02', { size: 12 }, 'laredo'), group('03', {}, 'laredo')];
    expect(select(entrants, capacity({ laredo: 2 }, 0)).places.map(said)).toEqual([
      'laredo shuffled',
      'laredo shuffled',
      '-',
    ]);
  });

  test('bands compare as numbers: 9 is older than 10', () => {
    const entrants = [group('01', { band: 10 }, 'laredo'), group('02', { band: 9 }, 'laredo')];
    const { places, cutOffs } = select(entrants, capacity({ laredo: 1 }, 10_000));
    expect(places.map(said)).toEqual(['-', 'laredo oldest']);
    expect(entrants.map((entrant) => said(placeByCutOffs(entrant, cutOffs)))).toEqual(['-', 'laredo oldest']);
  });

  test('who was kept first is turned away later by somebody further ahead, and asks for her next', () => {
    const last = group('03', {}, 'laredo', 'nogales');
    const foremost = group('01', {}, 'laredo');
    const { places } = select([last, foremost], capacity({ laredo: 1, nogales: 1 }, 0));
    expect(places.map(said)).toEqual(['nogales shuffled', 'laredo shuffled']);
  });

  test('equal tickets, which never come, would go by id', () => {
    const a = { ...group('01', {}, 'laredo'), id: 'a' };
    const b = { ...group('01', {}, 'laredo'), id: 'b' };
    expect(select([b, a], capacity({ laredo: 1 }, 0)).places.map(said)).toEqual(['-', 'laredo shuffled']);
    expect(select([a, b], capacity({ laredo: 1 }, 0)).places.map(said)).toEqual(['laredo shuffled', '-']);
  });

  test('a port may be called constructor', () => {
    const { places, cutOffs } = select([group('01', {}, 'constructor')], capacity({ constructor: 1 }, 0));
    expect(places.map(said)).toEqual(['constructor shuffled']);
    expect(Object.hasOwn(cutOffs, 'constructor')).toBe(true);
  });

  test.each([
    [10, 5_000, 5],
    [11, 5_000, 5],
    [3, 3_333, 0],
    [7, 10_000, 7],
    [7, 0, 0],
    [9_007_199_254_740_991, 7_777, 7_004_898_860_412_068],
  ])('of %d places at %d basis points %d go to the oldest', (places, share, expected) => {
    expect(oldestPlaces(places, share)).toBe(expected);
    expect(BigInt(expected)).toBe((BigInt(places) * BigInt(share)) / 10_000n);
  });
});
