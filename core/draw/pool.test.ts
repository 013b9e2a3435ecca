import { describe, expect, test } from 'vitest';
import { parsePool, poolLines, writePool } from './pool.ts';

const a = 'a'.repeat(64);
const b = 'b'.repeat(64);
const rules = {
  capacity: {
    maxGroup: 6,
    ports: ['el-paso', 'laredo', 'nogales', 'san-ysidro'].map((port) => ({ port, slots: [] })),
  },
  bounds: 2,
};

describe('the pool', () => {
  test('has one line a request, with ports in order of preference', () => {
    const pool = parsePool(`${a}\t6\t2\tnogales\n${b}\t1\t0\tsan-ysidro,el-paso,laredo\n`, rules);
    expect(pool.ok && [...pool.value]).toEqual([
      { id: a, size: 6, band: 2, ports: ['nogales'] },
      { id: b, size: 1, band: 0, ports: ['san-ysidro', 'el-paso', 'laredo'] },
    ]);
  });

  test('may be empty', () => {
    const pool = parsePool('', rules);
    expect(pool.ok && [...pool.value]).toEqual([]);
    expect(poolLines('')).toEqual([]);
    expect(writePool([])).toBe('');
  });

  test.each([
    ['no newline at the end', `${a}\t1\t0\tlaredo`, 'pool-no-last-newline'],
    ['only a newline', '\n', 'pool-fields'],
    ['an empty line', `${a}\t1\t0\tlaredo\n\n`, 'pool-fields'],
    ['a field too few', `${a}\t1\t0\n`, 'pool-fields'],
    ['a field too many', `${a}\t1\t0\tlaredo\t\n`, 'pool-fields'],
    ['spaces for tabs', `${a} 1 0 laredo\n`, 'pool-fields'],
    ['a byte order mark', `\u{feff}${a}\t1\t0\tlaredo\n`, 'pool-id'],
    ['an id in upper case', `${'A'.repeat(64)}\t1\t0\tlaredo\n`, 'pool-id'],
    ['an id too short', `${'a'.repeat(63)}\t1\t0\tlaredo\n`, 'pool-id'],
    ['an id too long', `${'a'.repeat(65)}\t1\t0\tlaredo\n`, 'pool-id'],
    ['an id twice', `${a}\t1\t0\tlaredo\n${a}\t2\t0\tnogales\n`, 'pool-id-twice'],
    ['lines out of order', `${b}\t1\t0\tlaredo\n${a}\t2\t0\tnogales\n`, 'pool-unsorted'],
    ['a size with a leading zero', `${a}\t01\t0\tlaredo\n`, 'pool-size-not-decimal'],
    ['a size with a sign', `${a}\t+1\t0\tlaredo\n`, 'pool-size-not-decimal'],
    ['a size with a fraction', `${a}\t1.0\t0\tlaredo\n`, 'pool-size-not-decimal'],
    ['a size in other digits', `${a}\t١\t0\tlaredo\n`, 'pool-size-not-decimal'],
    ['no size', `${a}\t\t0\tlaredo\n`, 'pool-size-not-decimal'],
    ['nobody in the group', `${a}\t0\t0\tlaredo\n`, 'pool-size-zero'],
    ['a group over the largest', `${a}\t7\t0\tlaredo\n`, 'pool-size-over-max-group'],
    ['a size of 400 digits', `${a}\t${'9'.repeat(400)}\t0\tlaredo\n`, 'pool-size-over-max-group'],
    ['a band with a leading zero', `${a}\t1\t00\tlaredo\n`, 'pool-band-not-decimal'],
    ['a band below zero', `${a}\t1\t-1\tlaredo\n`, 'pool-band-not-decimal'],
    ['a band that no bound begins', `${a}\t1\t3\tlaredo\n`, 'pool-band-not-announced'],
    ['no port', `${a}\t1\t0\t\n`, 'pool-port-code'],
    ['a carriage return', `${a}\t1\t0\tlaredo\r\n`, 'pool-port-code'],
    ['a port in upper case', `${a}\t1\t0\tLaredo\n`, 'pool-port-code'],
    ['a comma at the end', `${a}\t1\t0\tlaredo,\n`, 'pool-port-code'],
    ['four ports', `${a}\t1\t0\tel-paso,laredo,nogales,san-ysidro\n`, 'pool-too-many-ports'],
    ['a port twice', `${a}\t1\t0\tlaredo,laredo\n`, 'pool-port-twice'],
    ['a port that the capacity lacks', `${a}\t1\t0\ttecate\n`, 'pool-unknown-port'],
  ])('is malformed by %s', (_, text, kind) => {
    expect(parsePool(text, rules)).toMatchObject({ ok: false, error: { kind } });
  });

  test('names the line that is malformed, counted from 1', () => {
    expect(parsePool(`${a}\t1\t0\tlaredo\n${b}\t0\t0\tlaredo\n`, rules)).toEqual({
      ok: false,
      error: { kind: 'pool-size-zero', line: 2 },
    });
  });
});
