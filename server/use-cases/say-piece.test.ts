import { describe, expect, test } from 'vitest';
import type { Speech } from '#server/speech/contract.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { makeTown, must } from '#tests/support/town.ts';
import { sayPiece } from './say-piece.ts';

type Asking = { readonly locale?: string; readonly network?: string | null };

const sound = new Uint8Array([0xff, 0xf3]);

/** A voice that keeps what it was told to, and counts what it made. */
function voice(kept: readonly string[] = []) {
  const made: string[] = [];
  const speech: Speech = {
    locales: ['ht'],
    kept: ({ text }) => (kept.includes(text) ? sound : undefined),
    say: async ({ text }) => {
      made.push(text);
      return { ok: true, value: sound };
    },
  };
  return { speech, made };
}

eachDatabase((_name, open) => {
  const begin = async (kept?: readonly string[]) => {
    const town = await makeTown(await open(), '2027-03-10T15:00:00-05:00');
    const { speech, made } = voice(kept);
    const say = (text: string, { locale = 'ht', network = '192.0.2.7' }: Asking = {}) =>
      sayPiece({ ...town.tools, speech }, { fields: { text }, locale, network });
    return { town, say, made };
  };

  describe('words of a page', () => {
    test('are said as they are, their white space folded', async () => {
      const { say, made } = await begin();
      expect(must(await say(' Koute   paj sa a '))).toBe(sound);
      expect(made).toEqual(['Koute paj sa a']);
    });

    test('are told to be wrong before they are told to have no voice', async () => {
      const { say } = await begin();
      expect(await say('', { locale: 'fr' })).toMatchObject({
        error: { fields: [{ field: 'text', kind: 'missing' }] },
      });
      expect(await say('я'.repeat(181))).toMatchObject({ error: { fields: [{ kind: 'too-long', limit: 180 }] } });
      expect(await say('a\u0001b')).toMatchObject({ error: { fields: [{ kind: 'control-characters' }] } });
    });

    test('have no sound in a language without a voice here', async () => {
      const { say, made } = await begin();
      for (const locale of ['ru', 'fr', '__proto__'])
        expect(await say('x', { locale })).toEqual({ ok: false, error: { kind: 'speech-unavailable' } });
      expect(made).toEqual([]);
    });

    test('from one network have to wait after many that had to be made; what is kept is heard all the same', async () => {
      const { town, say, made } = await begin(['Èd']);
      for (let pieces = 0; pieces < 400; pieces += 1) must(await say(`paj ${pieces}`));
      expect(await say('paj')).toMatchObject({ error: { kind: 'too-many-tries' } });
      must(await say('Èd'));
      must(await say('paj', { network: '198.51.100.7' }));
      await town.wait(5000);
      must(await say('paj'));
      expect(made).toHaveLength(402);
    });

    test('from networks that are not known have to wait together', async () => {
      const { say } = await begin();
      for (let pieces = 0; pieces < 400; pieces += 1) must(await say(`paj ${pieces}`, { network: null }));
      expect(await say('paj', { network: null })).toMatchObject({ error: { kind: 'too-many-tries' } });
    });

    test('have to wait after very many from all networks, wherever they come from', async () => {
      const { town, say } = await begin();
      for (let pieces = 0; pieces < 800; pieces += 1) must(await say('paj', { network: `net ${pieces % 2}` }));
      expect(await say('paj', { network: 'another' })).toMatchObject({ error: { kind: 'too-many-tries' } });
      await town.wait(5000);
      must(await say('paj', { network: 'another' }));
    });
  });
});
