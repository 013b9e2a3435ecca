import { describe, expect, test } from 'vitest';
import { startRepeating } from './repeating.ts';

/** A round that the test ends by hand. */
function turns() {
  const begun: (() => void)[] = [];
  const waiting: (() => void)[] = [];
  const run = () =>
    new Promise<void>((resolve) => {
      begun.push(resolve);
      waiting.shift()?.();
    });
  return { begun, run, next: () => new Promise<void>((resolve) => waiting.push(resolve)) };
}

describe('work that is never done', () => {
  test('begins anew after each round, whatever became of it, and never twice at once', async () => {
    const failures: unknown[] = [];
    const { begun, run, next } = turns();
    let count = 0;
    const repeating = startRepeating({
      pause: 0,
      onFailure: (error) => failures.push(error),
      run: async () => {
        await run();
        count += 1;
        if (count === 1) throw new Error('the first');
      },
    });
    for (const round of [1, 2, 3]) {
      expect(begun).toHaveLength(round);
      const following = next();
      begun[round - 1]?.();
      await following;
    }
    expect(failures).toEqual([new Error('the first')]);
    const stopped = repeating.stop();
    begun[3]?.();
    await stopped;
    expect(begun).toHaveLength(4);
  });

  test('is told to end, and stops when its round has', async () => {
    let told = false;
    const { begun, run } = turns();
    const repeating = startRepeating({
      pause: 0,
      onFailure: () => undefined,
      run: async (isEnding) => {
        await run();
        told = isEnding();
      },
    });
    const stopped = repeating.stop();
    expect(told).toBe(false);
    begun[0]?.();
    await stopped;
    expect(told).toBe(true);
  });
});
