import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appendFreed, type FreedLine, type FreedStep, nobody, parseFreed, writeFreed } from './freed-log.ts';
import { firstFreedDifference, nextInLine, openPorts, stateOfFreed } from './freed-places.ts';

const id = (digit: string) => digit.repeat(64);
const resultHash = 'ab'.repeat(32);
/** In ticket order: a was drawn at Laredo, the others got nothing. */
const requests = [
  { id: id('a'), size: 2, band: 0, ports: ['laredo'] },
  { id: id('b'), size: 1, band: 0, ports: ['nogales'] },
  { id: id('c'), size: 3, band: 0, ports: ['nogales', 'laredo'] },
  { id: id('d'), size: 1, band: 0, ports: ['laredo'] },
];
const unplaced = requests.slice(1);
const result = `t1\t${id('a')}\tlaredo oldest\nt2\t${id('b')}\t-\nt3\t${id('c')}\t-\nt4\t${id('d')}\t-\n`;
const drawn = { requests, result, resultHash };

function logOf(...steps: readonly FreedStep[]): readonly FreedLine[] {
  return steps.reduce<FreedLine[]>((log, step) => [...log, appendFreed(log.at(-1) ?? null, step, { resultHash })], []);
}
const freed: FreedStep = { act: 'free', port: 'laredo', id: id('a'), size: 2, why: 'declined' };
const give = (who: string, port: string, size: number): FreedStep => ({
  act: 'give',
  port,
  id: id(who),
  size,
  why: 'next',
});

describe('a place that came back', () => {
  test('goes to the foremost in ticket order who lists the port', () => {
    expect(nextInLine(unplaced, stateOfFreed([freed]))).toEqual({ request: requests[2], port: 'laredo' });
  });

  test('takes the whole group, below zero if need be: then it is nobody’s turn', () => {
    const state = stateOfFreed([freed, give('c', 'laredo', 3)]);
    expect(state.free.get('laredo')).toBe(-1);
    expect(nextInLine(unplaced, state)).toBeNull();
  });

  test('adds up with others at the port before anybody gets one again', () => {
    const again: FreedStep = { act: 'free', port: 'laredo', id: id('c'), size: 3, why: 'lapsed' };
    const state = stateOfFreed([freed, give('c', 'laredo', 3), again]);
    expect(nextInLine(unplaced, state)).toEqual({ request: requests[3], port: 'laredo' });
  });

  test('is her first wish of those that are free', () => {
    const both = stateOfFreed([freed, { ...freed, port: 'nogales', id: id('f') }, { ...give('b', 'nogales', 1) }]);
    expect(openPorts(both)).toEqual(['laredo', 'nogales']);
    expect(nextInLine(unplaced, both)).toEqual({ request: requests[2], port: 'nogales' });
  });

  test('is not given to who no longer waits, and not at a port that is shut until the next comes back', () => {
    const gone: FreedStep = { act: 'gone', port: 'laredo', id: id('c'), size: 3, why: 'not-waiting' };
    expect(nextInLine(unplaced, stateOfFreed([freed, gone]))?.request).toBe(requests[3]);
    const shut: FreedStep = { act: 'shut', port: 'laredo', id: nobody, size: 0, why: 'too-late' };
    expect(nextInLine(unplaced, stateOfFreed([freed, shut]))).toBeNull();
    expect(nextInLine(unplaced, stateOfFreed([freed, shut, { ...freed, id: id('f') }]))).not.toBeNull();
  });
});

describe('the log', () => {
  const log = logOf(freed, give('c', 'laredo', 3), {
    act: 'free',
    port: 'laredo',
    id: id('c'),
    size: 3,
    why: 'lapsed',
  });

  test('recomputes from the draw, and its file says the same', () => {
    expect(firstFreedDifference(drawn, log)).toBeUndefined();
    expect(parseFreed(writeFreed(log))).toEqual({ ok: true, value: log });
    expect(writeFreed(log.slice(0, 1))).toMatch(
      new RegExp(`^1\tfree\tlaredo\t${id('a')}\t2\tdeclined\t[0-9a-f]{64}\n$`),
    );
  });

  test.each<[string, FreedStep[]]>([
    ['a place that nobody held', [{ ...freed, id: id('b') }]],
    ['a place that came back twice', [freed, freed]],
    ['another port than hers', [{ ...freed, port: 'nogales' }]],
    ['more people than she has', [{ ...freed, size: 3 }]],
    ['somebody who was not next', [freed, give('d', 'laredo', 1)]],
    [
      'somebody who was passed over already',
      [freed, give('c', 'laredo', 3), { ...freed, id: id('c'), size: 3 }, give('c', 'laredo', 3)],
    ],
    ['a place while none is free', [give('b', 'nogales', 1)]],
    ['a port that had nothing to shut', [{ act: 'shut', port: 'nogales', id: nobody, size: 0, why: 'full' }]],
  ])('with %s differs at that line', (_title, steps) => {
    expect(firstFreedDifference(drawn, logOf(...steps))?.line).toBe(steps.length);
  });

  test('with a line taken out or changed differs from there on, since each link follows from the one before', () => {
    const without = log.filter((line) => line.n !== 2).map((line, index) => ({ ...line, n: index + 1 }));
    expect(firstFreedDifference(drawn, without)?.line).toBe(2);
    const changed = log.map((line) => (line.n === 1 ? { ...line, why: 'lapsed' as const } : line));
    expect(firstFreedDifference(drawn, changed)?.line).toBe(1);
    expect(firstFreedDifference({ ...drawn, resultHash: 'cd'.repeat(32) }, log)?.line).toBe(1);
  });

  test.each([
    ['no newline at the end', (text: string) => text.trimEnd(), 'freed-no-last-newline'],
    ['a field too many', (text: string) => text.replace('\n', '\t\n'), 'freed-fields'],
    ['a number left out', (text: string) => text.replace(/^1\t/, '2\t'), 'freed-number'],
    ['an unknown act', (text: string) => text.replace('free', 'sold'), 'freed-form'],
    ['a reason of another act', (text: string) => text.replace('declined', 'next'), 'freed-form'],
  ])('with %s is malformed', (_title, change, kind) => {
    expect(parseFreed(change(writeFreed(log)))).toMatchObject({ ok: false, error: { kind } });
  });
});

test('whoever gives by the rule never gives more groups than places came back, and the log recomputes', () => {
  const port = fc.constantFrom('laredo', 'nogales');
  const group = fc.record({
    size: fc.integer({ min: 1, max: 12 }),
    ports: fc.uniqueArray(port, { minLength: 1 }),
    isHeld: fc.boolean(),
    waits: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(group, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (groups, picks) => {
      const people = groups.map((one, index) => ({ ...one, band: 0, id: String(index).padStart(64, '0') }));
      const lines = people.map((one) => `t\t${one.id}\t${one.isHeld ? `${one.ports[0]} oldest` : '-'}\n`);
      const free = people.filter((one) => !one.isHeld);
      const held = people.filter((one) => one.isHeld).map((one) => ({ one, port: one.ports[0] ?? '' }));
      const steps: FreedStep[] = [];
      while (held.length > 0) {
        const [back] = held.splice((picks.next().value ?? 0) % held.length, 1);
        if (!back) break;
        steps.push({ act: 'free', port: back.port, id: back.one.id, size: back.one.size, why: 'lapsed' });
        for (let turn = nextInLine(free, stateOfFreed(steps)); turn; turn = nextInLine(free, stateOfFreed(steps))) {
          const one = people.find((person) => person.id === turn.request.id);
          const who = { port: turn.port, id: turn.request.id, size: turn.request.size };
          if (one?.waits === true) steps.push({ ...who, act: 'give', why: 'next' });
          else steps.push({ ...who, act: 'gone', why: 'not-waiting' });
          // The first member counts: a port goes below zero by one group at the most.
          expect(stateOfFreed(steps).free.get(turn.port) ?? 0).toBeGreaterThan(-12);
        }
      }
      const file = { requests: people, result: lines.join(''), resultHash };
      expect(firstFreedDifference(file, logOf(...steps))).toBeUndefined();
    }),
    { numRuns: 60 },
  );
});
