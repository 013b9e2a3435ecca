import { describe, expect, test } from 'vitest';
import { voiceFor } from './voice-for.ts';

const voice = (lang: string, change: object = {}) => ({ lang, localService: true, default: false, ...change });

describe('the voice that reads a page', () => {
  test.each([
    ['es', ['en-US', 'es-ES'], 'es-ES'],
    ['pt-BR', ['pt_PT', 'pt_BR'], 'pt_BR'],
    ['pt-BR', ['pt-PT'], 'pt-PT'],
    ['zh-Hans', ['zh-HK', 'zh_CN_#Hans'], 'zh_CN_#Hans'],
    ['zh-Hans', ['zh-TW'], 'zh-TW'],
    ['uz-Latn', ['uz_UZ'], 'uz_UZ'],
    ['ar', ['ar-EG'], 'ar-EG'],
  ])('is one of the language: %s out of %j', (locale, langs, expected) => {
    expect(
      voiceFor(
        locale,
        langs.map((lang) => voice(lang)),
      )?.lang,
    ).toBe(expected);
  });

  test.each([
    ['ht', ['fr-FR', 'hts-XX']],
    ['zh-Hans', ['zh-HK', 'yue-HK']],
    ['ky', ['ru-RU']],
    ['en-XA', []],
  ])('is none where the phone has none: %s out of %j', (locale, langs) => {
    expect(
      voiceFor(
        locale,
        langs.map((lang) => voice(lang)),
      ),
    ).toBeUndefined();
  });

  test('never sends the words away', () => {
    expect(voiceFor('es', [voice('es-ES', { localService: false })])).toBeUndefined();
  });

  test('is the one that the person has chosen, where she has', () => {
    const chosen = voice('es-MX', { default: true });
    expect(voiceFor('es', [voice('es-ES'), chosen])).toBe(chosen);
  });
});
