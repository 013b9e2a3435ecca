import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readDrawVector } from '#tests/support/draw-vectors.ts';
import { auditPath, isInTree } from './audit-path.ts';
import { merkleTree } from './merkle-tree.ts';
import type { Place } from './place-list.ts';
import { poolLines } from './pool.ts';
import { assignSlots, writeSlots } from './slots.ts';

const slotKey = '5a'.repeat(32);
const hmac = (message: string | Buffer) =>
  createHmac('sha256', Buffer.from(slotKey, 'hex')).update(message).digest('hex');
const ids = ['a', 'b', 'c', 'd', 'e'].map((digit) => digit.repeat(64));
const byKey = ids.toSorted((a, b) => (hmac(Buffer.from(a, 'hex')) < hmac(Buffer.from(b, 'hex')) ? -1 : 1));
const capacity = {
  day: '2027-03-01',
  maxGroup: 3,
  oldestShare: 0,
  ports: [
    {
      port: 'laredo',
      slots: [
        { places: 2, slot: '2027-03-11T08:00' },
        { places: 1, slot: '2027-03-11T09:00' },
        { places: 2, slot: '2027-03-11T10:00' },
      ],
    },
  ],
  protocol: 'puente-draw-1',
} as const;

function slotsOf(sizes: readonly number[]): readonly string[] {
  const shuffled = {
    length: byKey.length,
    idAt: (place: number) => byKey[place] ?? '',
    restAt: (place: number) => ({ size: sizes[place] ?? 0, band: 0, ports: ['laredo'] }),
  };
  const places: readonly Place[] = sizes.map((size) => (size === 0 ? null : { port: 'laredo', list: 'shuffled' }));
  const chosen = assignSlots({ shuffled, places, capacity }, slotKey);
  expect(chosen.map(({ id }) => id)).toEqual(chosen.map(({ id }) => id).toSorted());
  return byKey.map((id) => chosen.find((other) => other.id === id)?.slot.slice(-5) ?? '-');
}

describe('slots', () => {
  test('are filled along the order of the slot key, by the place of the first member', () => {
    expect(slotsOf([1, 1, 1, 1, 1])).toEqual(['08:00', '08:00', '09:00', '10:00', '10:00']);
    expect(slotsOf([3, 1, 1, 0, 0])).toEqual(['08:00', '10:00', '10:00', '-', '-']);
    expect(slotsOf([1, 3, 1, 0, 0])).toEqual(['08:00', '08:00', '10:00', '-', '-']);
  });

  test('beyond the last place the last slot takes who is left', () => {
    expect(slotsOf([3, 3, 3, 1, 1])).toEqual(['08:00', '10:00', '10:00', '10:00', '10:00']);
  });

  test('each line carries a nonce that only the key gives', () => {
    const [id = ''] = ids;
    const line = { id, size: 1, port: 'laredo', list: 'oldest', slot: '2027-03-11T08:00' } as const;
    const nonce = hmac(Buffer.concat([Buffer.from('nonce/'), Buffer.from(id, 'hex')]));
    expect(writeSlots([line], slotKey)).toBe(`${id}\t2027-03-11T08:00\t${nonce}\n`);
  });

  test('a person proves her line against the published root', () => {
    const { slots, slotRoot } = readDrawVector('half');
    const lines = poolLines(slots);
    const tree = merkleTree(lines);
    expect(lines.every((line, index) => isInTree({ line, path: auditPath(tree, index), root: slotRoot }))).toBe(true);
  });
});
