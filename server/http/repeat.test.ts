import { describe, expect, test, vi } from 'vitest';
import { repeatRowsInMemory } from './api.testing.ts';
import { makeRepeats, type RepeatRequest, repeatKeyOf, type Settled } from './repeat.ts';
import { makeClock, plainVault } from './session.testing.ts';

const withdraw: RepeatRequest = {
  owner: 'ana',
  route: '/withdraw',
  fields: { page: 'withdraw' },
  photo: undefined,
  key: undefined,
};
const ask: RepeatRequest = { ...withdraw, route: '/ask', fields: { ports: 'laredo' } };
const answer = { ok: true, value: { goTo: { page: 'status', query: '' } } } as const satisfies Settled;
const refusal = (kind: 'presence-missed' | 'window-closed' | 'presence-throttled') =>
  ({ ok: false, error: { kind } }) as const;

function makeSetting() {
  const clock = makeClock();
  const rows = repeatRowsInMemory();
  const { once } = makeRepeats({ rows, vault: plainVault, now: clock.now, wait: async () => false });
  return { clock, rows, once };
}

describe('a plain form', () => {
  test('the same again within ten minutes is the same click; after that it is another', async () => {
    const { once, clock } = makeSetting();
    const run = vi.fn(async () => answer);
    expect(await once(withdraw, run)).toEqual(answer);
    clock.pass(10 * 60_000);
    expect(await once(withdraw, run)).toEqual(answer);
    expect(run).toHaveBeenCalledTimes(1);
    clock.pass(1);
    expect(await once(withdraw, run)).toEqual(answer);
    expect(run).toHaveBeenCalledTimes(2);
  });

  test('asking, withdrawing, asking and withdrawing are four acts', async () => {
    const { once } = makeSetting();
    const run = vi.fn(async () => answer);
    for (const request of [ask, withdraw, ask, withdraw]) expect(await once(request, run)).toEqual(answer);
    expect(run).toHaveBeenCalledTimes(4);
  });

  test('the same from two people is two acts', async () => {
    const { once } = makeSetting();
    const run = vi.fn(async () => answer);
    expect(await once(withdraw, run)).toEqual(answer);
    expect(await once({ ...withdraw, owner: 'boris' }, run)).toEqual(answer);
    expect(run).toHaveBeenCalledTimes(2);
  });

  test('what was refused may be tried again, for what stood in the way may be gone', async () => {
    const { once } = makeSetting();
    expect(await once(ask, async () => refusal('window-closed'))).toEqual(refusal('window-closed'));
    expect(await once(ask, async () => answer)).toEqual(answer);
  });

  test('the same photo is judged once: a second click is no second miss', async () => {
    const { once } = makeSetting();
    expect(await once(ask, async () => refusal('presence-missed'))).toEqual(refusal('presence-missed'));
    expect(await once(ask, async () => answer)).toEqual(refusal('presence-missed'));
  });
});

describe('a fetch', () => {
  const keyed = { ...ask, key: 'a-key-of-the-phone' };

  test('gets the same answer under its key, refusals too', async () => {
    const { once } = makeSetting();
    expect(await once(keyed, async () => refusal('window-closed'))).toEqual(refusal('window-closed'));
    expect(await once(keyed, async () => answer)).toEqual(refusal('window-closed'));
  });

  test('is done anew where we failed, not she', async () => {
    const { once } = makeSetting();
    expect(await once(keyed, async () => refusal('presence-throttled'))).toEqual(refusal('presence-throttled'));
    expect(await once(keyed, async () => answer)).toEqual(answer);
    await expect(once({ ...keyed, key: 'other-key' }, () => Promise.reject(new Error('boom')))).rejects.toThrow('boom');
    expect(await once({ ...keyed, key: 'other-key' }, async () => answer)).toEqual(answer);
  });

  test('with other content under the same key is refused', async () => {
    const { once } = makeSetting();
    expect(await once(keyed, async () => answer)).toEqual(answer);
    const other = await once({ ...keyed, fields: { ports: 'nogales' } }, async () => answer);
    expect(other).toEqual({ ok: false, error: { kind: 'repeat-differs' } });
  });

  test('that comes while the first still runs is told so, and one that was left running is taken up', async () => {
    const { once, clock } = makeSetting();
    const first = once(keyed, () => new Promise<Settled>(() => undefined));
    expect(await Promise.race([first, Promise.resolve('still running')])).toBe('still running');
    expect(await once(keyed, async () => answer)).toEqual({ ok: false, error: { kind: 'repeat-in-progress' } });
    clock.pass(60_001);
    expect(await once(keyed, async () => answer)).toEqual(answer);
  });
});

test('nothing of what was sent or answered stands in the table as it is', async () => {
  const { once, rows } = makeSetting();
  const request = { ...ask, fields: { givenNames: 'Ana' }, key: 'Ana-Ana-Ana' };
  expect(await once(request, async () => answer)).toEqual(answer);
  const [[key, row] = []] = [...rows.table];
  expect(JSON.stringify([key, row?.hash])).not.toContain('Ana');
  expect(Buffer.from(row?.answer?.answerSealed ?? []).toString()).toMatch(/^repeats\/.*\/answer_sealed\|/);
});

test('the key that a use case gets is the same for the same content, whatever the order of the fields', () => {
  const photo = new Uint8Array([1, 2, 3]);
  const one = repeatKeyOf({ ...ask, fields: { a: '1', b: '2' }, photo });
  expect(repeatKeyOf({ ...ask, fields: { b: '2', a: '1' }, photo: new Uint8Array([1, 2, 3]) })).toBe(one);
  expect(repeatKeyOf({ ...ask, fields: { a: '1', b: '2' }, photo: new Uint8Array([1, 2, 4]) })).not.toBe(one);
});
