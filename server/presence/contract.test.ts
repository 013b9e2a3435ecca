import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Presence } from './contract.ts';
import { createSandboxPresence } from './sandbox.ts';

/**
 * What a real adapter has to bring: itself, and photos that lead to each outcome. `wish` steers the double alone; a
 * vendor's adapter gets photos of the same and of another person, and a fake vendor over HTTP that is busy or down.
 */
type Subject = {
  readonly presence: Presence;
  readonly live: Uint8Array;
  readonly earlier: Uint8Array;
  readonly wishes: Readonly<Record<'match' | 'unsure' | 'miss' | 'busy' | 'down', string>>;
};

const photo = async (color: string): Promise<Uint8Array> =>
  sharp({ create: { width: 320, height: 240, channels: 3, background: color } })
    .jpeg()
    .toBuffer();

const subjects: readonly { readonly name: string; readonly make: () => Promise<Subject> }[] = [
  {
    name: 'the sandbox',
    make: async () => ({
      presence: createSandboxPresence(),
      live: await photo('#a0522d'),
      earlier: await photo('#8b4513'),
      wishes: {
        match: 'match',
        unsure: 'unsure',
        miss: 'miss',
        busy: 'busy',
        down: 'down',
      },
    }),
  },
];

describe.each(subjects)('presence by $name', ({ make }) => {
  const outcome = async (wish: keyof Subject['wishes'], change: Partial<Subject> = {}) => {
    const { presence, live, earlier, wishes } = { ...(await make()), ...change };
    return presence.check({ live, earlier, sandboxWish: wishes[wish] });
  };

  test('a photo for the registration is seen, not sure, missed, or not looked at now', async () => {
    const { presence, live: photo, wishes } = await make();
    const look = (wish: keyof Subject['wishes']) => presence.look({ photo, sandboxWish: wishes[wish] });
    expect(await look('match')).toEqual({ ok: true, value: { verdict: 'face-seen' } });
    expect(await look('unsure')).toEqual({ ok: true, value: { verdict: 'unsure' } });
    expect(await look('miss')).toEqual({ ok: false, error: { kind: 'presence-missed' } });
    expect(await look('busy')).toMatchObject({ ok: false, error: { kind: 'presence-throttled' } });
    expect(await look('down')).toEqual({ ok: false, error: { kind: 'presence-unavailable' } });
    expect(await presence.look({ photo: photo.slice(0, 40) })).toEqual({
      ok: false,
      error: { kind: 'presence-missed' },
    });
  });

  test('the same live person is a match with a score between 0 and 1', async () => {
    const found = await outcome('match');
    if (!found.ok || found.value.verdict !== 'live-match') throw new Error(JSON.stringify(found));
    expect(found.value.score).toBeGreaterThan(0);
    expect(found.value.score).toBeLessThanOrEqual(1);
  });

  test('what the check is not sure of is for a person to decide', async () => {
    expect(await outcome('unsure')).toMatchObject({ ok: true, value: { verdict: 'person-decides' } });
  });

  test('a photo that does not fit is a miss', async () => {
    expect(await outcome('miss')).toEqual({ ok: false, error: { kind: 'presence-missed' } });
  });

  test('over the quota it says after how many seconds to try again, and that is no miss', async () => {
    const found = await outcome('busy');
    if (found.ok || found.error.kind !== 'presence-throttled') throw new Error(JSON.stringify(found));
    expect(found.error.retryAfterSeconds).toBeGreaterThan(0);
  });

  test('a vendor out of reach is unavailable, and that is no miss', async () => {
    expect(await outcome('down')).toEqual({ ok: false, error: { kind: 'presence-unavailable' } });
  });

  test.each([
    { what: 'nothing', bytes: new Uint8Array() },
    { what: 'words', bytes: new TextEncoder().encode('I am a photo') },
    { what: 'the start of a JPEG alone', bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]) },
  ])('$what instead of a live photo is never a match', async ({ bytes }) => {
    expect(await outcome('match', { live: bytes })).toEqual({ ok: false, error: { kind: 'presence-missed' } });
  });

  test('half of a live photo is never a match', async () => {
    const { live } = await make();
    const half = live.slice(0, live.length / 2);
    expect(await outcome('match', { live: half })).toEqual({ ok: false, error: { kind: 'presence-missed' } });
  });

  test('an earlier photo that cannot be read is not counted against her: a person decides', async () => {
    const found = await outcome('match', { earlier: new Uint8Array([1, 2, 3]) });
    expect(found).toMatchObject({ ok: true, value: { verdict: 'person-decides' } });
  });
});

test('the sandbox says match where nothing, or nothing it knows, was wished', async () => {
  const presence = createSandboxPresence();
  const photos = { live: await photo('#a0522d'), earlier: await photo('#8b4513') };
  expect(await presence.check(photos)).toMatchObject({ ok: true, value: { verdict: 'live-match' } });
  expect(await presence.check({ ...photos, sandboxWish: 'gold' })).toMatchObject({ ok: true });
});
