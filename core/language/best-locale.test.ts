import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestLocale } from './best-locale.ts';
import {
  dirOf,
  isLaunchLocale,
  isLocale,
  isTranslatedLocale,
  launchLocales,
  localeFacts,
  locales,
  pseudoLocales,
  translatedLocales,
} from './locales.ts';

describe('the language a browser asks for', () => {
  test.each([
    ['es-419,es;q=0.9,en;q=0.8', 'es'],
    ['es-MX', 'es'],
    ['pt', 'pt-BR'],
    ['pt-PT,pt;q=0.9', 'pt-BR'],
    ['PT-br', 'pt-BR'],
    ['ht-HT', 'ht'],
    ['ru-RU,ru;q=0.9,en-US;q=0.8', 'ru'],
    ['en;q=0.5, ht;q=0.7', 'ht'],
    ['fr-HT, ht;q=0.1', 'ht'],
    ['ru, es', 'ru'],
    ['en;q=0, es;q=0.1', 'es'],
    ['ru; q=0.3 , es ;q=0.301', 'es'],
    ['zh-CN,zh', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [undefined, 'en'],
    ['es;q=2, ru', 'ru'],
    ['es;q=abc, ru;q=0.1', 'ru'],
    ['ar-XB, en-XA, es', 'en'],
    ['e'.repeat(5000), 'en'],
  ])('%j: %s', (header, expected) => {
    expect(bestLocale(header, launchLocales)).toBe(expected);
  });
  test.each([
    ['zh-CN,zh', 'zh-Hans'],
    ['uz', 'uz-Latn'],
    ['fr-HT, ht;q=0.1', 'fr'],
    ['ar-MA,ar;q=0.9', 'ar'],
  ])('once more of them are shown, %j: %s', (header, expected) => {
    expect(bestLocale(header, translatedLocales)).toBe(expected);
  });
  test('is one of those, whatever a header says', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(launchLocales).toContain(bestLocale(header, launchLocales));
      }),
    );
  });
});

describe('locales', () => {
  test('each has its own name and direction', () => {
    expect(new Set(locales.map((locale) => localeFacts[locale].name)).size).toBe(locales.length);
    expect(locales.filter((locale) => dirOf(locale) === 'rtl')).toEqual(['ar', 'ar-XB']);
  });
  test('pseudo-languages are locales, but nobody translates them', () => {
    expect(pseudoLocales.some(isTranslatedLocale)).toBe(false);
    expect(pseudoLocales.every(isLocale)).toBe(true);
    expect(pseudoLocales.some(isLaunchLocale)).toBe(false);
    expect(isLocale('constructor')).toBe(false);
  });
});
