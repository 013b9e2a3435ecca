import { describe, expect, test } from 'vitest';
import { makeLine } from './line.ts';

/** Works that end when the test says so. */
function works() {
  const ends: (() => void)[] = [];
  const work = (name: string) => () => new Promise<string>((resolve) => ends.push(() => resolve(name)));
  return { work, ends };
}
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('the line before the voice', () => {
  test('does two at once, the next in their order, and turns away whoever is too many', async () => {
    const line = makeLine({ atOnce: 2, waiting: 2 });
    const { work, ends } = works();
    const done: string[] = [];
    const all = ['a', 'b', 'c', 'd'].map((name) => line(work(name)).then(() => done.push(name)));
    expect(ends).toHaveLength(2);
    expect(await line(work('e'))).toEqual({ ok: false, error: { kind: 'line-full' } });
    ends[0]?.();
    await turn();
    expect(ends).toHaveLength(3);
    ends[2]?.();
    await turn();
    ends[3]?.();
    ends[1]?.();
    await Promise.all(all);
    expect(done.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    expect(done.slice(0, 2)).toEqual(['a', 'c']);
  });

  test('never does more at once than it was told, however they come and end', async () => {
    const line = makeLine({ atOnce: 2, waiting: 50 });
    let running = 0;
    let most = 0;
    const one = async () => {
      running += 1;
      most = Math.max(most, running);
      await turn();
      running -= 1;
    };
    const all: Promise<unknown>[] = [];
    for (let count = 0; count < 20; count += 1) {
      all.push(line(one));
      if (count % 3 === 0) await turn();
    }
    await Promise.all(all);
    expect(most).toBe(2);
  });

  test('goes on after a work that broke', async () => {
    const line = makeLine({ atOnce: 1, waiting: 1 });
    const broken = line(() => Promise.reject(new Error('broken')));
    const next = line(async () => 'well');
    await expect(broken).rejects.toThrow('broken');
    expect(await next).toEqual({ ok: true, value: 'well' });
    expect(await line(async () => 'again')).toEqual({ ok: true, value: 'again' });
  });
});
