import { describe, expect, test } from 'vitest';
import { type DrawVector, readDrawVector } from '#tests/support/draw-vectors.ts';
import { auditPath, isInTree } from './audit-path.ts';
import { placeByCutOffs } from './cut-offs.ts';
import { parseInputs } from './inputs.ts';
import { merkleTree } from './merkle-tree.ts';
import { poolLines } from './pool.ts';
import { runDraw } from './run-draw.ts';
import { ticketOf } from './ticket.ts';

const drand = readDrawVector('seven-drand');
const plain = readDrawVector('one');
const [first = '', second = ''] = drand.reveals;

/** The file with one bit of its byte `index` turned over. */
function flipped(text: string, index: number): string {
  const bytes = Buffer.from(text);
  bytes.writeUInt8(bytes.readUInt8(index) ^ (1 << (index % 8)), index);
  return bytes.toString('latin1');
}

function comesOutTheSame(vector: DrawVector): boolean {
  const draw = runDraw(vector);
  return draw.ok && draw.value.seed === vector.seed;
}

describe('a draw', () => {
  test.each(['pool', 'capacity', 'announcement'] as const)(
    'a single flipped bit anywhere in the %s is detected',
    (file) => {
      expect(comesOutTheSame(drand)).toBe(true);
      const indexes = [...Buffer.from(drand[file]).keys()];
      expect(indexes.filter((index) => comesOutTheSame({ ...drand, [file]: flipped(drand[file], index) }))).toEqual([]);
    },
  );

  test.each<[string, DrawVector, object]>([
    ['a reveal less', { ...drand, reveals: [first] }, { kind: 'reveals-count', parties: 2, reveals: 1 }],
    ['a reveal more', { ...drand, reveals: [first, second, first] }, { kind: 'reveals-count', parties: 2, reveals: 3 }],
    ['half a reveal', { ...drand, reveals: [first, second.slice(32)] }, { kind: 'reveal-form', at: 'reveals[1]' }],
    ['a slot key in capitals', { ...drand, slotKey: drand.slotKey.toUpperCase() }, { kind: 'slot-key-form' }],
    ['no drand signature', { ...drand, drandSignature: null }, { kind: 'drand-signature-missing' }],
    ['an empty drand signature', { ...drand, drandSignature: '' }, { kind: 'drand-signature-form' }],
    ['half a byte of a drand signature', { ...drand, drandSignature: 'abc' }, { kind: 'drand-signature-form' }],
    ['a drand signature unasked', { ...plain, drandSignature: 'ab' }, { kind: 'drand-signature-not-announced' }],
  ])('without its openings is no draw: %s', (_, vector, error) => {
    expect(runDraw(vector)).toEqual({ ok: false, error });
  });

  test.each<[string, DrawVector, object]>([
    [
      'another size',
      { ...drand, pool: drand.pool.replace('\t3\t', '\t4\t') },
      { kind: 'pool-root-differs', at: 'poolRoot' },
    ],
    [
      'places more',
      { ...drand, capacity: drand.capacity.replace(':1,', ':2,') },
      { kind: 'capacity-hash-differs', at: 'capacityHash' },
    ],
    ['reveals in another order', { ...drand, reveals: [second, first] }, { kind: 'tip-differs', at: 'parties[0].tip' }],
    ['a reveal of another draw', { ...drand, reveals: [first, first] }, { kind: 'tip-differs', at: 'parties[1].tip' }],
    ['another slot key', { ...drand, slotKey: first }, { kind: 'slot-key-hash-differs', at: 'slotKeyHash' }],
  ])('is refused where it is not what was announced: %s', (_, vector, error) => {
    const draw = runDraw(vector);
    expect(draw).toMatchObject({ ok: false, error });
    const { found, expected } = draw.ok
      ? { found: '', expected: '' }
      : (draw.error as { found: string; expected: string });
    expect(drand.announcement).toContain(`"${found}"`);
    expect(expected).not.toBe(found);
  });

  test('the number of lines has to be the announced one', () => {
    const pool = drand.pool.replace(/^.*\n/, '');
    const error = { kind: 'announcement-other-count', lines: 6, count: 7 };
    expect(runDraw({ ...drand, pool })).toEqual({ ok: false, error });
  });

  test('gives the chosen with what the result and slot files say of them', () => {
    const vector = readDrawVector('none-by-age');
    const draw = runDraw(vector);
    if (!draw.ok) throw new Error(JSON.stringify(draw.error));
    const slotById = new Map(poolLines(vector.slots).map((line) => [line.split('\t')[0], line.split('\t')[1]]));
    const outcomeById = new Map(poolLines(vector.result).map((line) => [line.split('\t')[1], line.split('\t')[2]]));
    expect(draw.value.chosen).toHaveLength(56);
    for (const { id, size, port, list, slot } of draw.value.chosen) {
      expect({ slot, outcome: `${port} ${list}` }).toEqual({ slot: slotById.get(id), outcome: outcomeById.get(id) });
      expect(vector.pool).toContain(`${id}\t${size}\t`);
    }
  });

  test('each person can check alone that she is in, and that her outcome follows from the cut-offs', () => {
    const vector = readDrawVector('half');
    const inputs = parseInputs(vector);
    if (!inputs.ok) throw new Error(JSON.stringify(inputs.error));
    const tree = merkleTree(poolLines(vector.pool));
    const root = inputs.value.announcement.poolRoot;
    const outcomes = new Set(poolLines(vector.result));
    const requests = [...inputs.value.requests];
    for (const [index, line] of poolLines(vector.pool).entries()) {
      const request = requests[index];
      if (!request) throw new Error(`expected a request in line ${index + 1}`);
      if (index % 10 === 0 && !isInTree({ line, path: auditPath(tree, index), root })) {
        throw new Error(`expected line ${index + 1} to be in the pool`);
      }
      const ticket = ticketOf(vector.seed, request.id);
      const place = placeByCutOffs({ ...request, ticket }, vector.cutOffs);
      const outcome = `${ticket}\t${request.id}\t${place ? `${place.port} ${place.list}` : '-'}`;
      if (!outcomes.has(outcome)) throw new Error(`expected the result to have the line ${outcome}`);
    }
    expect(outcomes.size).toBe(5_000);
  });
});
