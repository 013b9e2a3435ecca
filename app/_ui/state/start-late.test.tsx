import { afterEach, expect, test, vi } from 'vitest';
import { openPage, part } from '#tests/support/page-in-memory.ts';
import { startLate } from './start-late.ts';

afterEach(() => vi.unstubAllGlobals());

test('a part that did not come is tried again when she presses there, begins once, and ends', async () => {
  openPage(
    <form>
      <p data-late="">
        <button type="button">Press</button>
      </p>
    </form>,
  );
  const ended = vi.fn();
  const start = vi.fn(() => ended);
  const load = vi.fn<() => Promise<typeof start>>().mockRejectedValueOnce(new TypeError('Failed to fetch'));
  load.mockResolvedValue(start);
  const told: boolean[] = [];
  const end = startLate(part('[data-late]'), load, (isHere) => told.push(isHere));
  await vi.waitFor(() => expect(told).toEqual([false]));
  part('button').click();
  await vi.waitFor(() => expect(told).toEqual([false, true]));
  part('button').click();
  end();
  expect([start.mock.calls.length, load.mock.calls.length, ended.mock.calls.length]).toEqual([1, 2, 1]);
});
