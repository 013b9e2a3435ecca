import { describe, expect, test, vi } from 'vitest';
import type { Services } from '../../services.ts';
import { makeApiSetting, makeVisitor } from '../api.testing.ts';

const told = { screen: 'help', words: 'Èd' };
const key = { 'idempotency-key': '6f1c5a1e-waited-for-a-line' };
const hour = 60 * 60_000;

function makeSetting(...answers: readonly Awaited<ReturnType<Services['reportText']>>[]) {
  const reportText = vi.fn<Services['reportText']>(async () => ({ ok: true, value: null }));
  for (const answer of answers) reportText.mockResolvedValueOnce(answer);
  const setting = makeApiSetting({ reportText });
  return { ...setting, reportText, stranger: makeVisitor(setting) };
}

describe('a report of wrong words that waited for a line', () => {
  test('and comes again since its answer was lost is told once, however late', async () => {
    const { stranger, reportText, clock } = makeSetting();
    const first = await stranger.postJson('/api/text-report', told, key);
    clock.pass(hour);
    const again = await stranger.postJson('/api/text-report', told, key);
    expect([first.status, await first.json()]).toEqual([again.status, await again.json()]);
    expect(reportText).toHaveBeenCalledTimes(1);
  });

  test('is refused with words of another report, and not taken twice', async () => {
    const { stranger, reportText } = makeSetting();
    await stranger.postJson('/api/text-report', told, key);
    const other = await stranger.postJson('/api/text-report', { ...told, words: 'Ede' }, key);
    expect(await other.json()).toMatchObject({ type: '/problems/repeat-differs' });
    expect(reportText).toHaveBeenCalledTimes(1);
  });

  test('is judged anew after a refusal: keys that somebody makes up leave no rows', async () => {
    const { stranger, reportText, repeatRows } = makeSetting({ ok: false, error: { kind: 'fields', fields: [] } });
    expect((await stranger.postJson('/api/text-report', told, key)).status).toBe(422);
    expect([...repeatRows.table]).toEqual([]);
    expect((await stranger.postJson('/api/text-report', told, key)).status).toBe(200);
    expect(reportText).toHaveBeenCalledTimes(2);
  });

  test.each(['short', 'with a space', 'x'.repeat(129)])('has no key like %j', async (made) => {
    const { stranger, reportText } = makeSetting();
    const answer = await stranger.postJson('/api/text-report', told, { 'idempotency-key': made });
    expect(await answer.json()).toMatchObject({ type: '/problems/unreadable-body' });
    expect(reportText).not.toHaveBeenCalled();
  });
});
