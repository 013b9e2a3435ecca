import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createBatchWriter } from './batch-writer.ts';

test('who comes while a batch is written goes together in the next one', async () => {
  const batches: (readonly number[])[] = [];
  const writer = createBatchWriter<number, number>({
    async write(items) {
      batches.push(items);
      await sleep(20);
      return items.map((item) => item * 10);
    },
  });
  const first = writer.submit(1);
  await sleep(10);
  const others = [2, 3, 4].map((item) => writer.submit(item));
  expect(await first).toEqual({ ok: true, value: 10 });
  expect(await Promise.all(others)).toEqual([20, 30, 40].map((value) => ({ ok: true, value })));
  expect(batches).toEqual([[1], [2, 3, 4]]);
});

test('a bad item fails alone; the others of its batch get their outcomes', async () => {
  const writer = createBatchWriter<number, string>({
    async write(items) {
      if (items.includes(13)) throw new Error('13 is refused');
      return items.map(String);
    },
  });
  const outcomes = await Promise.allSettled([1, 13, 2].map((item) => writer.submit(item)));
  expect(outcomes).toEqual([
    { status: 'fulfilled', value: { ok: true, value: '1' } },
    { status: 'rejected', reason: new Error('13 is refused') },
    { status: 'fulfilled', value: { ok: true, value: '2' } },
  ]);
});

test('a write that gives fewer outcomes than it took items is an error for each, not somebody else’s outcome', async () => {
  const writer = createBatchWriter<number, number>({ write: async () => [1, 2, 3, 4, 5] });
  const outcomes = await Promise.allSettled([writer.submit(1), writer.submit(2)]);
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'rejected']);
});

test('when too many wait, the next one is told so at once, and may come again later', async () => {
  const { promise, resolve } = lock();
  const writer = createBatchWriter<number, number>({
    write: async (items) => promise.then(() => items),
    maxItems: 1,
    maxWaiting: 2,
  });
  const flying = writer.submit(0);
  const waiting = [writer.submit(1), writer.submit(2)];
  expect(await writer.submit(3)).toEqual({ ok: false, error: { kind: 'busy' } });
  resolve();
  await Promise.all([flying, ...waiting]);
  expect(await writer.submit(3)).toEqual({ ok: true, value: 3 });
});

test('no batch is larger than the limit, and no more are on their way than allowed', async () => {
  let flying = 0;
  const seen = { most: 0, largest: 0 };
  const writer = createBatchWriter<number, number>({
    async write(items) {
      flying += 1;
      seen.most = Math.max(seen.most, flying);
      seen.largest = Math.max(seen.largest, items.length);
      await sleep(2);
      flying -= 1;
      return items;
    },
    maxItems: 7,
    maxFlights: 2,
  });
  await Promise.all(Array.from({ length: 100 }, (_, item) => writer.submit(item)));
  expect(seen).toEqual({ most: 2, largest: 7 });
});

test('it is idle when everybody has an outcome', async () => {
  const settled: number[] = [];
  const writer = createBatchWriter<number, number>({ write: async (items) => sleep(5).then(() => items) });
  for (const item of [1, 2]) void writer.submit(item).then(() => settled.push(item));
  await writer.idle();
  expect(settled).toEqual([1, 2]);
  await writer.idle();
});

function lock(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
