import { describe, expect, test } from 'vitest';
import { drawVectorNames, readDrawVector } from '#tests/support/draw-vectors.ts';
import { announce } from './announce.ts';
import { writeCapacity } from './capacity.ts';
import { parseInputs } from './inputs.ts';
import { writePool } from './pool.ts';
import { runDraw } from './run-draw.ts';

describe('the vectors of the protocol', () => {
  test('there are six sound ones that came with it, and at least twenty of our own', () => {
    const [own, given] = [true, false].map((isOwn) =>
      drawVectorNames('sound').filter((name) => name.startsWith('own-') === isOwn),
    );
    expect(given).toEqual(['all-by-age', 'empty', 'half', 'none-by-age', 'one', 'seven-drand']);
    expect(own?.length).toBeGreaterThanOrEqual(20);
  });

  test.each(drawVectorNames('sound'))('%s comes out the same on every byte', (name) => {
    const vector = readDrawVector(name);
    const draw = runDraw(vector);
    if (!draw.ok) throw new Error(JSON.stringify(draw.error));
    const { seed, cutOffs, result, resultHash, slots, slotRoot } = draw.value;
    expect({ seed, resultHash, slotRoot, cutOffs }).toEqual({
      seed: vector.seed,
      resultHash: vector.resultHash,
      slotRoot: vector.slotRoot,
      cutOffs: vector.cutOffs,
    });
    expect(result === vector.result).toBe(true);
    expect(slots === vector.slots).toBe(true);
  });

  test.each(drawVectorNames('sound'))('%s: what was read is written again byte for byte', (name) => {
    const vector = readDrawVector(name);
    const inputs = parseInputs(vector);
    if (!inputs.ok) throw new Error(JSON.stringify(inputs.error));
    const { requests, capacity, announcement } = inputs.value;
    expect(writePool([...requests].reverse()) === vector.pool).toBe(true);
    const reversed = capacity.ports.toReversed().map(({ port, slots }) => ({ port, slots: slots.toReversed() }));
    expect(writeCapacity({ ...capacity, ports: reversed })).toEqual({ ok: true, value: vector.capacity });
    const announced = announce({ ...vector, ...announcement, pool: vector.pool, capacity: vector.capacity });
    expect(announced).toEqual({ ok: true, value: vector.announcement });
  });

  test.each([
    ['malformed-id-twice', { kind: 'pool-id-twice', line: 2 }],
    ['malformed-leading-zero', { kind: 'pool-size-not-decimal', line: 1 }],
    ['malformed-no-last-newline', { kind: 'pool-no-last-newline', line: 7 }],
    ['malformed-not-canonical', { kind: 'capacity-not-canonical', at: '' }],
    [
      'malformed-other-day',
      { kind: 'announcement-other-day', capacityDay: '2027-03-01', announcementDay: '2027-03-02' },
    ],
    ['malformed-size-zero', { kind: 'pool-size-zero', line: 1 }],
    ['malformed-unknown-port', { kind: 'pool-unknown-port', line: 1 }],
    ['malformed-unsorted', { kind: 'pool-unsorted', line: 2 }],
  ])('%s is refused with a kind of its own', (name, error) => {
    expect(runDraw(readDrawVector(name))).toEqual({ ok: false, error });
  });

  test('no malformed vector is left out above', () => {
    expect(drawVectorNames('malformed')).toHaveLength(8);
  });
});
