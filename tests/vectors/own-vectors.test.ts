import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawVectorFolder, drawVectorNames, readDrawVector } from '#tests/support/draw-vectors.ts';
import { type Day, filesOf } from './own/by-the-book.ts';
import { days } from './own/days.ts';

// `vitest run tests/vectors -u` writes them anew.
test.each(Object.entries(days))('own-%s is what the protocol says, done by the book', async (name, day) => {
  for (const [file, text] of Object.entries(filesOf(day))) {
    await expect(text).toMatchFileSnapshot(join(drawVectorFolder, `own-${name}`, file));
  }
});

test('no vector of our own is left over', () => {
  const names = drawVectorNames('sound').filter((name) => name.startsWith('own-'));
  expect(names).toEqual(
    Object.keys(days)
      .map((name) => `own-${name}`)
      .sort(),
  );
});

/** A vector's inputs, as the book takes them. */
function dayOf(name: string): Day {
  const { pool, capacity, announcement, reveals, drandSignature, slotKey } = readDrawVector(name);
  const { maxGroup, oldestShare, ports } = JSON.parse(capacity) as Pick<Day, 'maxGroup' | 'oldestShare'> & {
    readonly ports: readonly { readonly port: string; readonly slots: readonly { places: number; slot: string }[] }[];
  };
  const { bands, draw, drandRound, policy, previousResult, parties } = JSON.parse(announcement) as Omit<
    Day,
    'parties'
  > & { readonly parties: readonly { readonly name: string }[] };
  return {
    requests: pool.split(/\n/).flatMap((line) => {
      const [id = '', size, band, wished = ''] = line.split('\t');
      return id === '' ? [] : [{ id, size: Number(size), band: Number(band), ports: wished.split(',') }];
    }),
    ports: Object.fromEntries(
      ports.map(({ port, slots }) => [port, Object.fromEntries(slots.map(({ places, slot }) => [slot, places]))]),
    ),
    parties: parties.map((party, index) => [party.name, reveals[index] ?? '']),
    ...{ maxGroup, oldestShare, bands, draw, drandRound, drandSignature, policy, previousResult, slotKey },
  };
}

// The two large ones would take it minutes: it looks at all for each.
test.each(['empty', 'one', 'seven-drand'])('done by the book, %s is what came with the protocol', (name) => {
  const { pool, capacity, announcement, result, slots, ...said } = readDrawVector(name);
  const files = filesOf(dayOf(name));
  expect([files['pool.tsv'], files['capacity.json'], files['announcement.json']]).toEqual([
    pool,
    capacity,
    announcement,
  ]);
  expect([files['result.tsv'], files['slots.tsv']]).toEqual([result, slots]);
  expect(JSON.parse(files['draw.json'])).toEqual(said);
});
