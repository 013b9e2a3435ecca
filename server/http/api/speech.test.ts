import { describe, expect, test } from 'vitest';
import type { Services } from '../../services.ts';
import { makeApiSetting, makeVisitor } from '../api.testing.ts';

const sound = new Uint8Array([0xff, 0xf3, 0x44]);
type Input = Parameters<Services['sayPiece']>[0];

function setting(failure?: 'speech-unavailable' | 'too-many-tries') {
  const asked: Input[] = [];
  const api = makeApiSetting({
    heardLocales: () => ['en', 'ht'],
    sayPiece: async (input) => {
      asked.push(input);
      return failure ? { ok: false, error: { kind: failure } } : { ok: true, value: sound };
    },
  });
  return { ...api, asked, visitor: makeVisitor(api) };
}

describe('a voice for phones that have none', () => {
  test('says which languages it can read, and that may be kept for an hour', async () => {
    const answer = await setting().visitor.get('/api/speech');
    expect(await answer.json()).toEqual({ locales: ['en', 'ht'] });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=3600');
  });

  test('gives sound, in the language that the body names, which nothing on the way keeps', async () => {
    const { visitor, asked } = setting();
    const answer = await visitor.postJson('/api/speech/piece', { text: 'Èd', locale: 'ht' });
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(sound);
    expect([answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      'audio/mpeg',
      'no-store',
    ]);
    expect(asked[0]).toMatchObject({ locale: 'ht', fields: { text: 'Èd' } });
  });

  test('begins no session and sets no cookie', async () => {
    const { visitor, table } = setting('speech-unavailable');
    await visitor.postJson('/api/speech/piece', { text: 'Èd' });
    await visitor.post('/api/speech/piece', { text: 'Èd' });
    expect([...visitor.jar.keys()]).toEqual([]);
    expect(table.size).toBe(0);
  });

  test.each([
    ['speech-unavailable', 503],
    ['too-many-tries', 429],
  ] as const)('tells %s', async (kind, status) => {
    const answer = await setting(kind).visitor.postJson('/api/speech/piece', { text: 'Èd' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(await answer.json()).toMatchObject({ title: kind });
  });

  test('does not speak for other sites', async () => {
    const { visitor, asked } = setting();
    const answer = await visitor.postJson('/api/speech/piece', { text: 'x' }, { origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
    expect(asked).toEqual([]);
  });

  test('writes no word into the log', async () => {
    const { visitor, lines } = setting('speech-unavailable');
    await visitor.postJson('/api/speech/piece', { text: 'Randevou' });
    expect(lines.join('')).not.toContain('Randevou');
  });
});
