import { describe, expect, test } from 'vitest';
import { utf8 } from '#core/draw/hash.ts';
import { seasonOf } from '#tests/support/draw-season.ts';
import { checkFiles } from './check-files.ts';

const season = new Map(seasonOf('all-by-age'));
const released = new Map([...season].filter(([name]) => name !== 'slots.tsv'));
released.set('draw.json', (season.get('draw.json') ?? '').replace(/"slotKey": "[0-9a-f]+"/, '"slotKey": null'));

async function check(changed: Readonly<Record<string, string>> = {}) {
  const texts = [...new Map([...released, ...Object.entries(changed)])];
  const shares: number[] = [];
  const files = new Map(texts.map(([name, text]) => [name, utf8(text)]));
  return { verdict: await checkFiles(files, (share) => shares.push(share)), shares };
}

describe('a draw is done again on a phone', () => {
  test('and is right, with the keys that signed it', async () => {
    const { verdict } = await check();
    expect(verdict).toMatchObject({ finding: { verdict: 'same' }, signatures: 'right' });
    expect(verdict.parties.map(({ name }) => name)).toEqual(['operator', 'witness-a', 'witness-b']);
  });

  test('which says how far it is, ever further and never beyond', async () => {
    const { shares } = await check();
    expect(shares.length).toBeGreaterThan(50);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThan(1);
  });

  test('and what is wrong is told, in lists and in signatures', async () => {
    const result = (released.get('result.tsv') ?? '').replace(/\t-\n/, '\tlaredo oldest\n');
    expect((await check({ 'result.tsv': result })).verdict.finding).toMatchObject({ verdict: 'differs' });
    const forged = (released.get('cosignatures.json') ?? '').replace(/("summary":\["\w{126})../, '$100');
    expect((await check({ 'cosignatures.json': forged })).verdict.finding).toMatchObject({
      at: 'cosignatures.json, summary[0]',
    });
    expect((await check({ 'pool.tsv': 'x' })).verdict.finding).toEqual({
      verdict: 'malformed',
      text: 'malformed: pool-no-last-newline, line: 1',
    });
  });
});
