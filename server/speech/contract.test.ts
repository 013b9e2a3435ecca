import { describe, expect, test } from 'vitest';
import { heardLocales } from '#core/language/heard.ts';
import { findOrInstallEspeak } from '../../scripts/run/espeak.ts';
import type { Speech } from './contract.ts';
import { createEspeakSpeech, findVoices } from './espeak.ts';
import { noSpeech } from './none.ts';
import { secondsOf } from './speech.testing.ts';

const program = findOrInstallEspeak();
const title = program ? 'speech by eSpeak NG' : 'speech by eSpeak NG (skipped: espeak-ng is not installed)';

/** What the help page begins with, or nearly; long enough to take seconds. */
const texts = {
  en: 'How does it work? You ask for a place. It is free.',
  es: '¿Cómo funciona? Usted pide un cupo. Es gratis.',
  ht: 'Kijan sa mache? Ou mande yon plas. Li gratis.',
  ru: 'Как это работает? Вы просите место. Это бесплатно.',
} as const;

describe.skipIf(!program)(title, () => {
  const start = async (): Promise<Speech> => {
    const locales = await findVoices(program ?? '');
    const silent = { report: () => undefined, now: () => 0 };
    return createEspeakSpeech({ program: program ?? '', locales: locales ?? [], ...silent });
  };

  test('has a voice for all four languages', async () => {
    expect((await start()).locales).toEqual(heardLocales);
  });

  test.each(heardLocales)('says a text in some seconds of sound (%s)', async (locale) => {
    const said = await (await start()).say({ locale, text: texts[locale] });
    const seconds = said.ok ? secondsOf(said.value) : null;
    expect(seconds).toBeGreaterThan(2);
    expect(seconds).toBeLessThan(15);
  });

  test('says the same words in another language otherwise, and a longer text longer', async () => {
    const speech = await start();
    const [ht, en, longer] = await Promise.all([
      speech.say({ locale: 'ht', text: texts.ht }),
      speech.say({ locale: 'en', text: texts.ht }),
      speech.say({ locale: 'ht', text: `${texts.ht} ${texts.ht}` }),
    ]);
    expect(ht).not.toEqual(en);
    expect(longer.ok && longer.value.length).toBeGreaterThan(ht.ok ? 1.5 * ht.value.length : Number.NaN);
  });

  test.each(['<b>&amp;', '[[', '-v fr', '"; exit', '\u{1f600}', '1, 2, 3'])('takes %j as words', async (text) => {
    expect(await (await start()).say({ locale: 'en', text: `Help ${text}` })).toMatchObject({ ok: true });
  });
});

describe('no speech', () => {
  test('offers nothing and says nothing', async () => {
    expect(noSpeech.locales).toEqual([]);
    expect(await noSpeech.say({ locale: 'ht', text: texts.ht })).toEqual({
      ok: false,
      error: { kind: 'speech-unavailable' },
    });
  });
});
